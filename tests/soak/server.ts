import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { JSON_TEXT } from "../faults/good.js";

/**
 * The faults of a request. After a fault that follows the work, the caller does not know whether it
 * was done.
 */
const FAULTS = [
  "500 before the work",
  "503 before the work",
  "429 before the work",
  "a reset before the work",
  "a reset after the work",
  "502 after the work",
  "a body that is cut after the work",
  "a body that is no JSON after the work",
  "no response after the work",
] as const;
type Fault = (typeof FAULTS)[number];

/** A server that fails a share of its requests, and keeps account of all of them. */
export interface FaultyServer {
  readonly url: string;
  /** How often the work of each call was done, by the number of the call. */
  readonly effects: Uint8Array;
  /** The number of requests for each call. */
  readonly requests: Uint8Array;
  /** How often each fault occurred. */
  readonly faults: ReadonlyMap<string, number>;
  /** The largest number of connections that were open at the same time. */
  readonly mostConnections: () => number;
  readonly connections: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Starts a server for a number of calls. `random` decides which requests fail. */
export async function faultyServer(
  calls: number,
  share: number,
  random: () => number,
): Promise<FaultyServer> {
  const effects = new Uint8Array(calls);
  const requests = new Uint8Array(calls);
  const faults = new Map<string, number>();
  let most = 0;
  let open = 0;

  const work = (call: number, request: IncomingMessage): void => {
    // The same key is the same work. Each call has its own, so the account of the calls knows them,
    // and none is forgotten before a late retry.
    if (request.headers["idempotency-key"] === `k-${call}` && effects[call]) return;
    effects[call] = (effects[call] ?? 0) + 1;
  };
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const call = Number(request.headers["x-call"]);
      requests[call] = (requests[call] ?? 0) + 1;
      const fault = random() < share ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined;
      if (fault !== undefined) faults.set(fault, (faults.get(fault) ?? 0) + 1);
      if (!fault?.endsWith("before the work")) work(call, request);
      respond(request, response, fault);
    });
  });
  server.on("connection", (socket) => {
    most = Math.max(most, ++open);
    socket.on("close", () => open--).on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // not a pipe
    effects,
    requests,
    faults,
    mostConnections: () => most,
    connections: async () => open,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault | undefined,
): void {
  const reply = (status: number, body = "", headers = {}): void =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  const good = request.method === "POST" ? 201 : 200;
  switch (fault) {
    case undefined:
      return reply(good, JSON_TEXT);
    case "500 before the work":
      return reply(500, '{"detail":"before"}');
    case "503 before the work":
      return reply(503, "", { "retry-after-ms": "1" });
    case "429 before the work":
      return reply(429, "", { "retry-after-ms": "2" });
    case "a reset before the work":
    case "a reset after the work":
      return void request.socket.resetAndDestroy();
    case "502 after the work":
      return reply(502, "<html>Bad gateway");
    case "a body that is cut after the work":
      response.writeHead(good, { "content-type": "application/json", "content-length": "999" });
      return void response.write(JSON_TEXT.slice(0, 50), () => request.socket.destroy());
    case "a body that is no JSON after the work":
      return reply(good, JSON_TEXT.slice(0, -9));
    case "no response after the work":
      return undefined;
    default:
      return fault satisfies never;
  }
}
