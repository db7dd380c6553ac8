import { gzipSync } from "node:zlib";
import { KEY } from "../support/sdk.js";
import { statusLine } from "../support/raw-server.js";

/** The calls that are tried. */
export type CallName = "get" | "list" | "create" | "delete" | "text" | "bytes";

/** The bytes of a response, as a server sends them. */
export interface Recording {
  readonly name: string;
  readonly call: CallName;
  readonly bytes: Buffer;
  /** Whether the body ends with the connection. */
  readonly untilClose?: true;
  /** Whether the call ends with an error, after retries that get good responses. */
  readonly isError?: true;
}

/** What the server has: long enough to be cut anywhere, with characters of several bytes. */
export const thing = {
  id: "t-ü-1",
  status: "on",
  create_time: "2024-05-01T10:00:00.000Z",
  data: { list: [1, 2, 3], text: "naïve – 日本語 😀", nested: { a: null, b: [true, false] } },
} as const;

const ONE = JSON.stringify(thing);
const MANY = JSON.stringify(Array.from({ length: 20 }, (_, i) => ({ ...thing, id: `t-${i}` })));
const TEXT = "one line\nanother – with 日本語\r\n\r\nHTTP/1.1 200 OK\r\n\r\nend";
const PROBLEM = JSON.stringify({ title: "No such thing", detail: `key ${KEY}`, thing_id: "t" });

type Lines = Readonly<Record<string, string>>;

const JSON_TYPE: Lines = { "content-type": "application/json" };
const CHUNKED: Lines = { "transfer-encoding": "chunked" };

/** A head of a response. */
function head(status: number, headers: Lines): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${statusLine(status)}${lines.join("")}\r\n`;
}

function sized(status: number, headers: Lines, body: string | Buffer): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([
    Buffer.from(head(status, { ...headers, "content-length": `${bytes.length}` }), "latin1"),
    bytes,
  ]);
}

function chunked(headers: Lines, body: string | Buffer, size: number, trailers = ""): Buffer {
  const bytes = Buffer.from(body);
  const pieces: (Buffer | string)[] = [head(200, { ...headers, ...CHUNKED })];
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    pieces.push(`${piece.length.toString(16)}\r\n`, piece, "\r\n");
  }
  return Buffer.concat([...pieces, `0\r\n${trailers}\r\n`].map((piece) => Buffer.from(piece)));
}

function untilClose(headers: Lines, body: string): Buffer {
  return Buffer.from(head(200, { ...headers, connection: "close" }) + body);
}

const GZIP: Lines = { ...JSON_TYPE, "content-encoding": "gzip" };
const PROBLEM_TYPE: Lines = { "content-type": "application/problem+json" };
const plain: Lines = { "content-type": "text/plain; charset=utf-8" };
const binary: Lines = { "content-type": "application/octet-stream" };
const RANDOM = Buffer.from(Array.from({ length: 700 }, (_, i) => (i * i * 31 + i * 7) % 256));

/** The successful response to each call: what the server sends to all requests but the first. */
export const good: Readonly<Record<CallName, Buffer>> = {
  get: sized(200, JSON_TYPE, ONE),
  list: sized(200, JSON_TYPE, MANY),
  create: sized(201, JSON_TYPE, ONE),
  delete: sized(204, {}, ""),
  text: sized(200, plain, TEXT),
  bytes: sized(200, binary, RANDOM),
};

function redirect(call: CallName, status: number): Recording {
  const headers = { location: "/elsewhere?a=b", ...plain };
  return { name: `${call} ${status}`, call, bytes: sized(status, headers, "over there") };
}

function failure(call: CallName, status: number, headers: Lines, body: string): Recording {
  const isError = /429|503/.test(`${status}`) ? {} : ({ isError: true } as const);
  return { name: `${call} ${status}`, call, bytes: sized(status, headers, body), ...isError };
}

/** Every response whose bytes are changed. Errors show the key of the client: some servers do. */
export const recordings: readonly Recording[] = [
  ...Object.entries(good).map(([call, bytes]) => ({
    name: `${call} with a length`,
    call: call as CallName, // the keys of the object above
    bytes,
  })),
  { name: "get in chunks", call: "get", bytes: chunked(JSON_TYPE, ONE, 50) },
  { name: "list in chunks", call: "list", bytes: chunked(JSON_TYPE, MANY, 999) },
  {
    name: "text in chunks with trailers",
    call: "text",
    bytes: chunked(plain, TEXT, 9, `x-sum: 1\r\nx-key: ${KEY}\r\n`),
  },
  { name: "bytes in chunks", call: "bytes", bytes: chunked(binary, RANDOM, 128) },
  { name: "get until the end", call: "get", bytes: untilClose(JSON_TYPE, ONE), untilClose: true },
  { name: "text until the end", call: "text", bytes: untilClose(plain, TEXT), untilClose: true },
  { name: "list with gzip", call: "list", bytes: sized(200, GZIP, gzipSync(MANY)) },
  { name: "get with gzip in chunks", call: "get", bytes: chunked(GZIP, gzipSync(ONE), 40) },
  {
    name: "bytes with gzip in chunks",
    call: "bytes",
    bytes: chunked({ ...binary, "content-encoding": "gzip" }, gzipSync(RANDOM), 100),
  },
  {
    name: "get after early hints",
    call: "get",
    bytes: Buffer.concat([Buffer.from(head(103, { link: "</style.css>; rel=preload" })), good.get]),
  },
  {
    name: "create after 102",
    call: "create",
    bytes: Buffer.concat([Buffer.from(head(102, {})), good.create]),
  },
  {
    // Node's clients close the connection, because they did not ask for it.
    name: "create after 100",
    call: "create",
    bytes: Buffer.concat([Buffer.from(head(100, {})), good.create]),
    isError: true,
  },
  redirect("get", 302),
  redirect("list", 308),
  redirect("create", 303),
  redirect("create", 307),
  redirect("delete", 307),
  failure("get", 404, PROBLEM_TYPE, PROBLEM),
  failure("get", 401, { ...plain, "www-authenticate": `Key realm="${KEY}"` }, `bad key ${KEY}`),
  failure("list", 500, JSON_TYPE, JSON.stringify({ error: { message: `with ${KEY}` } })),
  failure("get", 503, { ...plain, "retry-after": "0" }, "later"),
  failure("create", 429, { ...JSON_TYPE, "retry-after-ms": "1" }, `{"message":"${KEY}"}`),
  failure("create", 500, { ...plain, "x-should-retry": "true" }, KEY),
  failure("delete", 409, PROBLEM_TYPE, PROBLEM),
  {
    name: "create 400 with the key in its status line",
    call: "create",
    bytes: Buffer.from(`HTTP/1.1 400 ${KEY}\r\nx-key: ${KEY}\r\ncontent-length: 0\r\n\r\n`),
    isError: true,
  },
];
