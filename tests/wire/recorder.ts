/**
 * Writes down every byte that the suite puts on the wire, for `npm run wire`. A setup file of the
 * tests; without `WIRE_RECORD`, the folder to write to, it does nothing.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { afterAll, expect } from "vitest";

const { WIRE_RECORD: folder } = process.env;

/** What the recorder keeps for all test files of a worker. */
interface Recording {
  /** What each socket has written, client or server. */
  readonly sockets: Map<Socket, Buffer[]>;
  /**
   * What went through a `fetch` that was put in the place of the platform's, by msw or by a test.
   */
  readonly fetched: string[];
}

type Write = (this: Socket, chunk: unknown, encoding: BufferEncoding, done: never) => void;
type Chunks = readonly { readonly chunk: Buffer | string; readonly encoding: BufferEncoding }[];
type Writev = (this: Socket, chunks: Chunks, done: never) => void;

function bytesOf(chunk: unknown, encoding: BufferEncoding): Buffer {
  return typeof chunk === "string"
    ? Buffer.from(chunk, encoding)
    : Buffer.from(chunk as Uint8Array);
}

/** Begins to record, once for each worker: test files share their worker. */
function install(): Recording {
  const recording: Recording = { sockets: new Map(), fetched: [] };
  const note = (socket: Socket, bytes: Buffer): void => {
    // A pipe to another process is none of ours.
    if (socket.remoteAddress === undefined) return;
    const written = recording.sockets.get(socket);
    if (written === undefined) recording.sockets.set(socket, [bytes]);
    else written.push(bytes);
  };
  // Node's own hooks for what a socket writes: there is no public one that sees servers and
  // clients.
  const prototype = Socket.prototype as unknown as { _write: Write; _writev: Writev };
  const { _write, _writev } = prototype;
  prototype._write = function (chunk, encoding, done) {
    note(this, bytesOf(chunk, encoding));
    _write.call(this, chunk, encoding, done);
  };
  prototype._writev = function (chunks, done) {
    for (const { chunk, encoding } of chunks) note(this, bytesOf(chunk, encoding));
    _writev.call(this, chunks, done);
  };
  const platform = globalThis.fetch;
  let current = platform;
  Object.defineProperty(globalThis, "fetch", {
    configurable: true,
    get: () => (current === platform ? platform : replaced(current, recording)),
    set(value: typeof fetch) {
      current = value;
    },
  });
  return recording;
}

/** A `fetch` that notes what it was given and what it returned. */
function replaced(inner: typeof fetch, { fetched }: Recording): typeof fetch {
  return async (input, init) => {
    const headers = [...new Headers(init?.headers)].map(([name, value]) => `${name}: ${value}`);
    const body = typeof init?.body === "string" ? init.body : `(${typeof init?.body})`;
    const url = input instanceof Request ? `(Request) ${input.url}` : `${input as string}`;
    fetched.push([`${init?.method ?? "GET"} ${url}`, ...headers, "", body].join("\r\n"));
    const response = await inner(input, init);
    if (!response.bodyUsed) {
      const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
      const text = await response
        .clone()
        .text()
        .catch(() => "(unreadable)");
      fetched.push([`${response.status} ${response.statusText}`, ...lines, "", text].join("\r\n"));
    }
    return response;
  };
}

if (folder !== undefined && folder !== "") {
  const shared = globalThis as { __wire?: Recording };
  const recording = (shared.__wire ??= install());
  afterAll(() => {
    const messages = [
      ...recording.fetched.splice(0),
      ...[...recording.sockets.values()].flatMap((chunks) =>
        messagesOf(Buffer.concat(chunks).toString("latin1")),
      ),
    ].map((message) => shortened(normalize(message)));
    recording.sockets.clear();
    const name = expect.getState().testPath ?? "unknown";
    const file = createHash("sha256").update(name).digest("hex").slice(0, 16);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${file}.json`), JSON.stringify({ name, messages }));
  }, 300_000);
}

/** Parts what a socket wrote into requests or responses. */
function messagesOf(written: string): readonly string[] {
  return written
    .split(
      /(?=HTTP\/1\.[01] \d{3} |(?<![A-Z])(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE) \/\S* HTTP\/1\.1\r\n)/,
    )
    .filter((message) => message !== "");
}

/** Of a long message its start, and what tells whether the rest is the same. */
function shortened(message: string): string {
  if (message.length <= MOST) return message;
  const digest = createHash("sha256").update(message, "latin1").digest("hex");
  return `${message.slice(0, MOST)}... ${message.length} octets, SHA-256 ${digest}`;
}

const MOST = 4096;

/**
 * What differs between two runs of the same tests: ports, clocks, boundaries of forms, temporary
 * folders.
 */
function normalize(message: string): string {
  return message
    .replace(/(127\.0\.0\.1|localhost|\[::1\]):\d+/g, "$1:<port>")
    .replace(/^date: .*$/gim, "date: <date>")
    .replace(/(?<=^retry-after: )[\w,]+ .*$/gim, "<date>")
    .replace(/(?<=^(?:x-ratelimit-reset|x-call): )\d+/gim, "<number>")
    .replace(/----formdata-undici-\d+/g, "<boundary>")
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g, "<instant>")
    .replace(/eyJ[\w.=-]+/g, "<token>")
    .replace(/\/tmp\/[\w-]+/g, "<folder>");
}
