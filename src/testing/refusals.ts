import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { redactURLs } from "../lib/web/secret-names.js";
import { type Log, type LogEntry, describeRequest } from "./log.js";

/** The requests to a server that reach no platform. */
export interface Refusals {
  /**
   * Logs a request that cannot be handled.
   *
   * @returns The status to respond with. Without one, the connection is closed.
   */
  refuse(incoming: IncomingMessage): number | undefined;
}

/** An error of Node's HTTP parser. */
interface BadRequest extends Error {
  readonly code?: string;
  /** The bytes that were received last. */
  readonly rawPacket?: Uint8Array;
}

/** The statuses that Node responds with, if not 400. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Refuses the requests that Node would refuse by itself, with its statuses, and logs them. */
export function handleRefusals(server: Server, origin: string, log: Log): Refusals {
  /** The latest request of each connection, and the statuses of those whose body is bad. */
  const latest = new WeakMap<Duplex, IncomingMessage>();
  const statuses = new WeakMap<IncomingMessage, number>();
  const record = (incoming: IncomingMessage, status: number | undefined): void => {
    const { method = "", url = "" } = incoming;
    const request = { method, ...locate(origin, url), headers: headersOf(incoming), body: "" };
    log.record({ ...describeRequest(request), ...(status !== undefined && { status }) });
  };
  server.on("clientError", (error: BadRequest, socket) => {
    // A connection that was reset, or of which nothing can be said.
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy(error);
    const status = STATUSES[error.code ?? ""] ?? 400;
    const incoming = latest.get(socket);
    if (incoming && !incoming.complete) statuses.set(incoming, status);
    else log.record({ ...describeBytes(origin, error.rawPacket), status });
    respond(socket, status);
  });
  server.on("checkExpectation", (incoming, outgoing) => {
    record(incoming, 417);
    outgoing.writeHead(417).end();
  });
  server.on("connect", (incoming, socket) => {
    record(incoming, 405);
    respond(socket, 405);
  });
  server.on("request", (incoming) => latest.set(incoming.socket, incoming));
  return {
    refuse(incoming) {
      const status = incoming.complete ? 400 : statuses.get(incoming);
      record(incoming, status);
      return status;
    },
  };
}

function respond(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** The log entry of bytes that Node could not parse. Headers may be anything: none are logged. */
function describeBytes(origin: string, bytes: Uint8Array | undefined): LogEntry {
  const text = new TextDecoder().decode(bytes?.subarray(0, 8192));
  const [, method = "", url = ""] = /^([A-Z-]{1,20}) (\/\S*) HTTP\/\d\.\d\r?\n/.exec(text) ?? [];
  const location = url === "" ? { url, path: url } : locate(origin, url);
  return describeRequest({ method, ...location, headers: new Headers(), body: "" });
}

/** The URL and the path of a request target, which is rarely not a path (RFC 9112 section 3.2). */
function locate(origin: string, target: string): { url: string; path: string } {
  return {
    url: target.startsWith("/") ? origin + target : target,
    path: redactURLs(target.replace(/\?[^]*/, "")),
  };
}

/** The headers of a request. */
export function headersOf({ headersDistinct }: IncomingMessage): Headers {
  return new Headers(
    Object.entries(headersDistinct).flatMap(([name, values]) =>
      (values ?? []).map((value): [string, string] => [name, value]),
    ),
  );
}
