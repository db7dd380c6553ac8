import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { handleControl } from "./control.js";
import { corsHeaders, preflightHeaders } from "./cors.js";
import { type Emulator, type EmulatorOptions, createEmulatorAt } from "./emulator.js";
import { type HandledRequest, refusal } from "./handle-request.js";
import { type Log, createLog, describeRequest } from "./log.js";
import { type EmulatedPlatforms, type PlatformName, platformNames } from "./platforms.js";
import { type Refusals, handleRefusals, headersOf } from "./refusals.js";

/** Options of {@link serve}. */
export interface ServeOptions extends EmulatorOptions {
  /** The port to listen on. Defaults to a free one, as does 0. */
  port?: number;
  /** The address to listen on. Defaults to `127.0.0.1`, which only this machine can reach. */
  host?: string;
  /**
   * Whether pages of other origins may call the server (CORS), as pages under test do. Defaults to
   * `true`. Set it to `false` to behave like a vendor whose API is only for servers.
   */
  cors?: boolean;
}

/** An emulator that listens on a port. Supports `await using`. */
export interface ServedEmulator extends AsyncDisposable {
  /** The URL of the server, without a trailing slash: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The emulator, to inject faults and to read its state and log. */
  readonly emulator: Emulator;
  /** The `serverURL` for clients of a platform: `http://127.0.0.1:4010/ampersand/v1`. */
  serverURL(platform: PlatformName): string;
  /** Stops the server and closes its open connections. */
  close(): Promise<void>;
}

/**
 * Starts the emulator as an HTTP server on this machine. For Node, Bun and Deno.
 *
 * Open its URL in a browser to see what it does. Other processes can control it over HTTP: `POST
 * /__emulator/faults` with a fault (or a list of faults) as JSON, `GET /__emulator/log`, `POST
 * /__emulator/reset`.
 *
 * @example
 * ```ts
 * await using emulator = await serve();
 * const sdk = new SDK({ apiKeyHeader: "any key", serverURL: emulator.serverURL("ampersand") });
 * ```
 */
export async function serve(options: ServeOptions = {}): Promise<ServedEmulator> {
  const { port = 0, host = "127.0.0.1", cors = true, ...rest } = options;
  // Imported here, so that the handlers work on runtimes without node:http.
  const { createServer } = await import("node:http");
  // A request without a host is refused below, where it is logged.
  const server = createServer({ requireHostHeader: false });
  await listen(server, port, host);
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${portOf(server)}`;
  const log = createLog();
  const { emulator, platforms } = await closeOnError(server, () =>
    createEmulatorAt(url, rest, log),
  );
  const refusals = handleRefusals(server, url, log);
  const served = { origin: url, emulator, platforms, log, refusals };
  server.on("request", (incoming, outgoing) => {
    if (!cors || !handleCors(incoming, outgoing)) void respond(served, incoming, outgoing);
  });
  const close = (): Promise<void> => stop(server);
  const serverURL = emulator.serverURL;
  return { url, emulator, serverURL, close, [Symbol.asyncDispose]: close };
}

async function closeOnError<T>(server: Server, make: () => T): Promise<T> {
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
  return (server.address() as AddressInfo).port; // a TCP server that listens has such an address
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Sets the CORS headers of a response. Returns `true` if the request was a preflight request, which
 * is then complete.
 */
function handleCors(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const preflight = preflightHeaders(incoming);
  for (const [name, value] of Object.entries(preflight ?? corsHeaders(incoming.headers)))
    outgoing.setHeader(name, value);
  if (preflight) outgoing.writeHead(204).end();
  return preflight !== undefined;
}

/** What handles the requests to a server. */
interface Served {
  readonly origin: string;
  readonly emulator: Emulator;
  readonly platforms: EmulatedPlatforms;
  readonly log: Log;
  readonly refusals: Refusals;
}

async function respond(
  served: Served,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    await send(await handle(served, incoming, outgoing), incoming.socket, outgoing);
  } catch (error) {
    if (!outgoing.headersSent) outgoing.writeHead(400, { "content-type": "text/plain" });
    outgoing.end(await refusal(error).text());
  }
}

async function handle(
  served: Served,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<HandledRequest> {
  let request: Request;
  try {
    request = await readRequest(served.origin, incoming, outgoing);
  } catch (error) {
    const isOpen = served.refusals.refuse(incoming) !== undefined;
    return { response: refusal(error), ...(!isOpen && { cut: "before" }) };
  }
  const handled = await (handleControl(served, request) ?? served.emulator.handle(request));
  return handled ?? notFound(served, request);
}

/** More than a platform accepts. A page of any origin can send to the server. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

async function readRequest(
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Request> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  // Not destroyed when the loop ends early, so that the connection can be reset.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Uint8Array<ArrayBuffer>; // without an encoding
    chunks.push(bytes);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new Error("its body is too large");
  }
  const { method = "GET" } = incoming;
  if (incoming.headers.host === undefined && incoming.httpVersion === "1.1")
    throw new Error("it has no Host header (RFC 9112 section 3.2)");
  const disconnected = new AbortController();
  outgoing.once("close", () => disconnected.abort());
  const body = new Blob(chunks);
  return new Request(origin + (incoming.url ?? "/"), {
    method,
    headers: headersOf(incoming),
    signal: disconnected.signal,
    // A Request must not have a body with GET or HEAD. The platforms ignore one.
    ...(body.size > 0 && !["GET", "HEAD"].includes(method) && { body }),
  });
}

async function notFound(
  { origin, emulator, log }: Served,
  request: Request,
): Promise<HandledRequest> {
  const { method, url, headers } = request;
  const path = new URL(url).pathname;
  const entry = describeRequest({ method, url, path, headers, body: await request.text() });
  log.record({ ...entry, status: 404 });
  const urls = platformNames.map((name) => `${name} is at ${emulator.serverURL(name)}`);
  const detail = `There is no platform at this URL: ${urls.join(", ")}.`;
  const help = `Control: ${origin}/ in a browser, or /__emulator/faults, /__emulator/log, /__emulator/reset.`;
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
  // Let the bytes leave the process before the socket is cut, or none of them arrive.
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
