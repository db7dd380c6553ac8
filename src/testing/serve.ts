import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { control } from "./control.js";
import { corsHeaders, preflightHeaders } from "./cors.js";
import { type Emulator, type EmulatorOptions, createEmulatorAt } from "./emulator.js";
import type { HandledRequest } from "./handle-request.js";
import { type PlatformName, platformNames } from "./platforms.js";

/** Options of {@link serve}. */
export interface ServeOptions extends EmulatorOptions {
  /** The port to listen on. 0, or none, for a free one. */
  port?: number;
  /** The address to listen on. `127.0.0.1` without it: only this machine can reach it. */
  host?: string;
  /**
   * Whether browsers may call it from a page of another origin (CORS), as pages under test do. `true` without it. `false` for
   * a server that answers pages as little as a vendor's does that wants to be called from servers only.
   */
  cors?: boolean;
}

/** An emulator that listens on a port. Works with `await using`. */
export interface ServedEmulator extends AsyncDisposable {
  /** Where it listens, without a trailing slash: `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly emulator: Emulator;
  /** A `serverURL` for clients of a platform: `http://127.0.0.1:4010/ampersand/v1`. */
  serverURL(platform: PlatformName): string;
  /** Stops listening, ends open connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts the emulator as an HTTP server on this machine. Node, Bun and Deno only.
 *
 * Other processes control it over HTTP: `POST /__emulator/faults` with a fault (or a list) as JSON,
 * `GET /__emulator/log`, `POST /__emulator/reset`.
 *
 * @example
 * ```ts
 * await using emulator = await serve();
 * const sdk = new SDK({ apiKeyHeader: "any key", serverURL: emulator.serverURL("ampersand") });
 * ```
 */
export async function serve(options: ServeOptions = {}): Promise<ServedEmulator> {
  const { port = 0, host = "127.0.0.1", cors = true, ...rest } = options;
  // Imported here, so that the handlers can be used where there is no node:http.
  const { createServer } = await import("node:http");
  const server = createServer();
  await listen(server, port, host);
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${portOf(server)}`;
  const emulator = await orStop(server, () => createEmulatorAt(url, rest));
  server.on("request", (incoming, outgoing) => {
    if (!cors || !allow(incoming, outgoing)) void answer(url, emulator, incoming, outgoing);
  });
  const close = (): Promise<void> => stop(server);
  const serverURL = emulator.serverURL;
  return { url, emulator, serverURL, close, [Symbol.asyncDispose]: close };
}

async function orStop<T>(server: Server, make: () => T): Promise<T> {
  try {
    return make();
  } catch (error) {
    await stop(server);
    throw error;
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port; // A listening TCP server has no other kind of address.
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Lets pages read the answer that will follow; `true` if the request was no more than a browser's question whether they may. */
function allow(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const preflight = preflightHeaders(incoming);
  for (const [name, value] of Object.entries(preflight ?? corsHeaders(incoming.headers)))
    outgoing.setHeader(name, value);
  if (preflight) outgoing.writeHead(204).end();
  return preflight !== undefined;
}

async function answer(
  origin: string,
  emulator: Emulator,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const request = await readRequest(origin, incoming, outgoing);
    const exchange = await (control(emulator, request) ?? emulator.handle(request));
    await send(exchange ?? nowhere(origin, emulator), incoming.socket, outgoing);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!outgoing.headersSent) outgoing.writeHead(400, { "content-type": "text/plain" });
    outgoing.end(`The emulator cannot answer this request: ${message}\n`);
  }
}

async function readRequest(
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Request> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array<ArrayBuffer>); // No encoding is set.
  const { method = "GET" } = incoming;
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const body = new Blob(chunks);
  return new Request(origin + (incoming.url ?? "/"), {
    method,
    headers: Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
      (values ?? []).map((value): [string, string] => [name, value]),
    ),
    signal: gone.signal,
    // The Fetch standard has no GET with a body; the platforms take no notice of one.
    ...(body.size > 0 && !["GET", "HEAD"].includes(method) && { body }),
  });
}

function nowhere(origin: string, emulator: Emulator): HandledRequest {
  const homes = platformNames.map((name) => `${name} is at ${emulator.serverURL(name)}`);
  const detail = `Nothing lives here: ${homes.join(", ")}.`;
  const help = `Control: ${origin}/__emulator/faults, /__emulator/log, /__emulator/reset.`;
  return { response: new Response(`${detail}\n${help}\n`, { status: 404 }) };
}

async function send(
  { response, cut }: HandledRequest,
  socket: Socket,
  outgoing: ServerResponse,
): Promise<void> {
  if (cut === "before") return void socket.resetAndDestroy();
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  if (response.status !== 204) headers["content-length"] = String(body.length);
  outgoing.writeHead(response.status, headers);
  if (!cut) return void outgoing.end(body);
  // What is written has to leave the process before the socket is cut, or nothing of it arrives.
  outgoing.flushHeaders();
  await write(
    outgoing,
    cut === "headers" ? body.subarray(0, 0) : body.subarray(0, body.length / 2),
  );
  if (cut === "end") socket.end();
  else setTimeout(() => socket.resetAndDestroy(), 20);
}

function write(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (bytes.length === 0) setImmediate(resolve);
    else outgoing.write(bytes, () => resolve());
  });
}
