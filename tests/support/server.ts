import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { type AddressInfo, type Socket, createServer as createSocketServer } from "node:net";
import { onTestFinished } from "vitest";
import { startServer } from "./raw-server.js";

/** A request that a server received. */
export interface Seen {
  readonly method: string;
  /** The path and the query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Responds to a request. `count` is 1 for the first one. */
export type Responder = (
  seen: Seen,
  response: ServerResponse,
  count: number,
) => void | Promise<void>;

/** A server and its requests. */
export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly seen: Seen[];
  /** The last request. */
  readonly last: () => Seen;
  /** Returns the number of open connections. */
  readonly open: () => number;
  readonly close: () => void;
}

/** Starts a server that is closed at the end of the test. */
export async function serve(responder: Responder): Promise<TestServer> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    let body = "";
    try {
      for await (const chunk of request) body += (chunk as Buffer).toString("latin1");
    } catch {
      return; // the client disconnected
    }
    const { method = "", url = "", headers } = request;
    seen.push({ method, url, headers, body: Buffer.from(body, "latin1").toString() });
    await responder(seen.at(-1) as Seen, response, seen.length);
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

/** Starts a server that sends arbitrary bytes. Calls `talk` for each request. */
export async function serveRaw(talk: (socket: Socket, count: number) => void): Promise<string> {
  const { url, close } = await startServer({ serve: ({ socket, count }) => talk(socket, count) });
  onTestFinished(close);
  return url;
}

/** A URL where nothing listens. */
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

/** Responds with JSON, or with a string as it is. */
export function respondWith(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Responder {
  return (_, response) => {
    const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
    response.writeHead(status, {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    });
    response.end(text);
  };
}

/** Responds to the first request with the first responder, and so on. The last one repeats. */
export function inTurn(...responders: readonly Responder[]): Responder {
  return (seen, response, count) =>
    responders[Math.min(count, responders.length) - 1]?.(seen, response, count);
}

/** Never responds. */
export const silence: Responder = () => {};
