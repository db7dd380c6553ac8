import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { type AddressInfo, type Socket, createServer as createSocketServer } from "node:net";
import { onTestFinished } from "vitest";
import { startServer } from "./raw-server.js";

/** What a server received. */
export interface Seen {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Answers a request; `count` is 1 for the first one. */
export type Answerer = (
  seen: Seen,
  response: ServerResponse,
  count: number,
) => void | Promise<void>;

/** A server and what came to it. */
export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly seen: Seen[];
  /** The last request. */
  readonly last: () => Seen;
  /** How many connections are open. */
  readonly open: () => number;
  readonly close: () => void;
}

/** Starts a server that lives as long as the test. */
export async function serve(answer: Answerer): Promise<TestServer> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    let body = "";
    try {
      for await (const chunk of request) body += (chunk as Buffer).toString("latin1");
    } catch {
      return; // the client went away
    }
    const { method = "", url = "", headers } = request;
    seen.push({ method, url, headers, body: Buffer.from(body, "latin1").toString() });
    await answer(seen.at(-1) as Seen, response, seen.length);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
  });
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  const url = await listening(server, close);
  return { url, seen, last: () => seen.at(-1) as Seen, open: () => sockets.size, close };
}

/** Starts a server that speaks in octets: `talk` is called when a request has come. */
export async function serveRaw(talk: (socket: Socket, count: number) => void): Promise<string> {
  const { url, close } = await startServer({ serve: ({ socket, count }) => talk(socket, count) });
  onTestFinished(close);
  return url;
}

/** An address where nobody listens. */
export async function unusedURL(): Promise<string> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

async function listening(
  server: ReturnType<typeof createSocketServer>,
  close: () => void,
): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(close);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers with JSON, or with text as it is. */
export function reply(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answerer {
  return (_, response) => {
    const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
    response.writeHead(status, {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    });
    response.end(text);
  };
}

/** Answers the first request with the first answer, and so on; the last one is for all that follow. */
export function inTurn(...answers: readonly Answerer[]): Answerer {
  return (seen, response, count) =>
    answers[Math.min(count, answers.length) - 1]?.(seen, response, count);
}

/** Takes a request and never answers. */
export const silence: Answerer = () => {};
