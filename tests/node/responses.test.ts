import { once } from "node:events";
import { Readable } from "node:stream";
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  HTTPClient,
  type Middleware,
  type Operation,
  empty,
  operation,
} from "../../src/lib/typed.js";
import { bytesGet, coreOf, textGet, thingsGet, thingsList } from "../support/sdk.js";
import { type Responder, serve, serveRaw } from "../support/server.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { onBoth } from "./both.js";

const single = { retries: { strategy: "none" } } as const;
const text = "texts repeat, texts repeat, texts repeat: ü";
const gzipped = gzipSync(text);

function coded(coding: string, bytes: Uint8Array): Responder {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/plain", "content-encoding": coding });
    response.end(bytes);
  };
}

test.for<[name: string, coding: string, bytes: Uint8Array, decoded?: string]>([
  ["gzip", "gzip", gzipped, text],
  ["gzip by its old name", "X-GZip", gzipped, text],
  ["deflate", "deflate", deflateSync(text), text],
  ["deflate without the zlib header", "deflate", deflateRawSync(text), text],
  ["Brotli", "br", brotliCompressSync(text), text],
  ["one inside another", "deflate, gzip", gzipSync(deflateSync(text)), text],
  ["none", "identity", Buffer.from(text), text],
  ["invalid gzip", "gzip", Buffer.from(text)],
  ["invalid deflate", "deflate", Buffer.from(`x${text}`)],
  ["gzip of nothing", "gzip", Buffer.of(), ""],
])("a coding is decoded as by fetch: %s", async ([, coding, bytes, decoded]) => {
  const server = await serve(coded(coding, bytes));
  const result = await onBoth(async (httpClient) => {
    // With a limit a body is decoded chunk by chunk, without one as a whole.
    return Promise.all(
      [0, 1_000_000].map(async (maxResponseBytes) => {
        const options = { ...single, maxResponseBytes };
        const result = await textGet(coreOf(server.url, { httpClient }), undefined, options);
        return result.ok ? result.value : result.error.name;
      }),
    );
  });
  if (decoded !== undefined) expect(result).toEqual([decoded, decoded]);
});

test.for<[name: string, coding: string, bytes: Uint8Array, error: string]>([
  ["half of a gzip stream", "gzip", gzipped.subarray(0, gzipped.length / 2), "ConnectionError"],
  ["gzip without its trailer", "gzip", gzipped.subarray(0, -8), "ConnectionError"],
  ["truncated deflate", "deflate", deflateSync(text).subarray(0, -6), "ConnectionError"],
  ["truncated Brotli", "br", brotliCompressSync(text).subarray(0, -4), "ConnectionError"],
  ["too many codings", "gzip, gzip, gzip, gzip, gzip, gzip", gzipped, "ResponseValidationError"],
])("%s is not taken for a whole body", async ([, coding, bytes, error]) => {
  const server = await serve(coded(coding, bytes));
  const httpClient = new NodeHTTPClient();
  for (const maxResponseBytes of [0, 1_000_000]) {
    const options = { ...single, maxResponseBytes };
    const result = await textGet(coreOf(server.url, { httpClient }), undefined, options);
    expect(result).toMatchObject({ ok: false, error: { name: error } });
  }
});

test("a small body that unpacks to a huge one costs no more than the default limit, and is requested once", async () => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const spaces = brotliCompressSync(Buffer.alloc(256 * 2 ** 20, " "), { params });
  expect(spaces.length).toBeLessThan(2000);
  const server = await serve(coded("br", spaces));
  const result = await onBoth(async (httpClient) => {
    const result = await textGet(coreOf(server.url, { httpClient }));
    return result.ok
      ? undefined
      : [result.error.name, result.error.message, result.error.retryable];
  });
  expect(result).toEqual([
    "ResponseValidationError",
    "Response validation failed (200): expected at most 67108864 bytes (maxResponseBytes)",
    false,
  ]);
  expect(server.seen).toHaveLength(2);
});

test.for([
  ["iso-8859-1", Buffer.from("Zürich", "latin1")],
  ["windows-1252", Buffer.from("Zürich", "latin1")],
  ["utf-16le", Buffer.from("Zürich", "utf16le")],
  ["UTF-8", Buffer.from("Zürich")],
] as const)("a body in %s is decoded as declared", async ([charset, bytes]) => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": `text/plain; charset="${charset}"` }).end(bytes);
  });
  const result = await onBoth(async (httpClient) => {
    const result = await textGet(coreOf(server.url, { httpClient }));
    return result.ok ? result.value : result.error.message;
  });
  expect(result).toBe("Zürich");
});

test("a charset that nobody knows is an error that names it", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/plain; charset=klingon" }).end("x");
  });
  const result = await onBoth(async (httpClient) => {
    const result = await textGet(coreOf(server.url, { httpClient }));
    return result.ok ? result.value : result.error.message;
  });
  expect(result).toBe(
    "Response validation failed (200): expected a known charset, received klingon",
  );
});

test("a coding that no runtime unpacks is named", async () => {
  const server = await serve(coded("compress", gzipped));
  const result = await onBoth(async (httpClient) => {
    const result = await textGet(coreOf(server.url, { httpClient }), undefined, single);
    return result.ok ? result.value : result.error.message;
  });
  expect(result).toBe(
    "Response validation failed (200): expected a known content coding, received compress",
  );
});

test.for([
  ["gzip, identity", gzipped],
  ["identity, gzip", gzipped],
  ["gzip,", gzipped],
  [", gzip", gzipped],
] as const)("a body in %j, which nobody unpacks, is not the value", async ([coding, bytes]) => {
  const server = await serve(coded(coding, bytes));
  const result = await onBoth(async (httpClient) => {
    const result = await textGet(coreOf(server.url, { httpClient }), undefined, single);
    return result.ok ? result.value : result.error.message;
  });
  expect(result).toBe(
    `Response validation failed (200): expected a known content coding, received ${coding}`,
  );
});

test.for([1000, 0])(
  "text and bytes in zstd, which not all runtimes unpack, are not the value (limit: %d)",
  async (maxResponseBytes) => {
    const headers = { "content-encoding": "zstd" };
    const bytes = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x01]);
    const server = await serve((_, response) => void response.writeHead(200, headers).end(bytes));
    const fetcher = (): Promise<Response> => Promise.resolve(new Response(bytes, { headers }));
    for (const httpClient of [new HTTPClient({ fetcher }), new NodeHTTPClient()])
      for (const get of [textGet, bytesGet]) {
        const options = { ...single, maxResponseBytes };
        const result = await get(coreOf(server.url, { httpClient }), undefined, options);
        expect(result.ok ? result.value : result.error.message).toBe(
          "Response validation failed (200): expected a known content coding, received zstd",
        );
      }
  },
);

test("JSON in a coding that only some runtimes unpack is named where it is not", async () => {
  const headers = { "content-type": "application/json", "content-encoding": "zstd" };
  const bytes = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
  const server = await serve((_, response) => void response.writeHead(200, headers).end(bytes));
  // Node 24 unpacks it in fetch, but in no response that is made by hand.
  const fetcher = (): Promise<Response> => Promise.resolve(new Response(bytes, { headers }));
  for (const httpClient of [new HTTPClient({ fetcher }), new NodeHTTPClient()]) {
    const result = await thingsGet(coreOf(server.url, { httpClient }), { thingId: "t" }, single);
    expect(result.ok ? result.value : result.error.message).toBe(
      "Response validation failed (200): expected valid JSON, received Content-Encoding: zstd",
    );
  }
});

test("fetch requests text and bytes uncompressed, because it would hide a truncated body", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).end("t");
  });
  const core = coreOf(server.url, { httpClient: new HTTPClient() });
  await textGet(core);
  await bytesGet(core);
  await thingsGet(core, { thingId: "t" }, single);
  expect(server.seen.map(({ headers }) => headers["accept-encoding"])).toEqual([
    "identity",
    "identity",
    expect.stringContaining("gzip"),
  ]);
});

/** An endless body that decompresses to a million bytes per chunk. */
function* bombs(): Generator<Buffer> {
  const one = gzipSync(Buffer.alloc(1_000_000));
  for (;;) yield one;
}

test.for([
  ["a success", 200, "ResponseValidationError"],
  ["an error", 500, "APIError"],
] as const)("of %s no more is unpacked than may be read", async ([, status, name]) => {
  let hungUp: Promise<unknown> | undefined;
  const server = await serve((_, response) => {
    hungUp = once(response, "close");
    response.writeHead(status, { "content-type": "text/plain", "content-encoding": "gzip" });
    Readable.from(bombs()).pipe(response);
  });
  const result = await onBoth(async (httpClient) => {
    const options = { ...single, maxResponseBytes: 1000 };
    const result = await textGet(coreOf(server.url, { httpClient }), undefined, options);
    await hungUp;
    return result.ok ? undefined : result.error.name;
  });
  expect(result).toBe(name);
});

test("Accept-Encoding of a call for JSON is the same as that of fetch", async () => {
  const server = await serve(coded("gzip", gzipped));
  const ranged = { headers: { range: "bytes=0-" } };
  const own = { headers: { "accept-encoding": "br" } };
  for (const options of [{}, ranged, own]) {
    await onBoth(async (httpClient) => {
      await thingsGet(coreOf(server.url, { httpClient }), { thingId: "t" }, options);
      return server.last().headers["accept-encoding"];
    });
  }
});

test("Host is always that of the URL", async () => {
  const server = await serve(coded("identity", Buffer.of()));
  await onBoth(async (httpClient) => {
    const headers = { host: "other.example" };
    await textGet(coreOf(server.url, { httpClient }), undefined, { headers });
    return server.last().headers.host;
  });
});

const invalid = [
  0xef, 0xbb, 0xbf, 0x41, 0xff, 0xc3, 0xe2, 0x82, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0,
];
test("invalid UTF-8 is decoded as by fetch, and a byte order mark is skipped", async () => {
  const server = await serve(coded("identity", Buffer.from(invalid)));
  await onBoth((httpClient) => Promise.resolve(textGet(coreOf(server.url, { httpClient }))));
});

test("bytes are returned unchanged, in a buffer of their own", async () => {
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    response.end(bytes);
  });
  const value = await onBoth(async (httpClient) => {
    const result = await bytesGet(coreOf(server.url, { httpClient }));
    return result.ok ? [bytes.equals(result.value), result.value.buffer.byteLength] : [];
  });
  expect(value).toEqual([true, bytes.length]);
});

const BODY = 'content-length: 10\r\n\r\n{"id":"t"}';
const JSON_HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
test.for<[name: string, response: string]>([
  ["early hints", `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${JSON_HEAD}${BODY}`],
  ["more early hints", `${"HTTP/1.1 103 E\r\nx: y\r\n\r\n".repeat(3)}${JSON_HEAD}${BODY}`],
  ["an interim 102", `HTTP/1.1 102 Processing\r\n\r\n${JSON_HEAD}${BODY}`],
  ["a 204 followed by bytes", "HTTP/1.1 204 No Content\r\n\r\n"],
  ["a 205 with a body", `HTTP/1.1 205 Reset\r\ncontent-type: application/json\r\n${BODY}`],
  ["a 304 with a length", "HTTP/1.1 304 Not Modified\r\ncontent-length: 10\r\n\r\n"],
  ["a status of its own", `HTTP/1.1 299 Fine\r\ncontent-type: application/json\r\n${BODY}`],
  ["no reason", `HTTP/1.1 200\r\ncontent-type: application/json\r\n${BODY}`],
  ["no length", `${JSON_HEAD}connection: close\r\n\r\n{"id":"t"}`],
  ["HTTP/1.0", `HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n{"id":"t"}`],
  [
    "chunks",
    `${JSON_HEAD}transfer-encoding: chunked\r\n\r\n5\r\n{"id"\r\n5\r\n:"t"}\r\n0\r\nx: y\r\n\r\n`,
  ],
  [
    "headers that repeat",
    `${JSON_HEAD}x-a: 1\r\nX-A:  2\r\nset-cookie: a\r\nset-cookie: b\r\n${BODY}`,
  ],
  ["a header beyond ASCII", `${JSON_HEAD}x-a: \xfc\r\n${BODY}`],
  ["too short a body", `${JSON_HEAD}content-length: 11\r\n\r\n{"id":"t"}`],
  ["a redirect to nowhere", "HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n"],
])("a response is read as by fetch: %s", async ([, response]) => {
  const url = await serveRaw((socket) => socket.end(Buffer.from(response, "latin1")));
  await onBoth(async (httpClient) => {
    const call = thingsGet(coreOf(url, { httpClient }), { thingId: "t" }, single);
    const [result, { response }] = await call.$inspect();
    const headers: string[] = [];
    response?.headers.forEach((value, name) => headers.push(`${name}: ${value}`));
    const outcome = result.ok ? result.value : [result.error.name, result.error.message];
    const { status, statusText } = response ?? {};
    return { outcome, status, statusText, headers, a: response?.headers.get("X-A") };
  });
});

test("the response to a HEAD has no body, whatever its headers say", async () => {
  const head: Operation<void, void> = operation(() => ({
    id: "head",
    method: "HEAD",
    path: "/",
    responses: [empty(200)],
  }));
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-length": 100, "content-encoding": "gzip" }).end();
  });
  const result = await onBoth((httpClient) =>
    Promise.resolve(head(coreOf(server.url, { httpClient }))),
  );
  expect(result).toEqual({ ok: true, value: undefined });
});

// Reads the body only after the server has sent it all and the connection has been paused.
const slow: Middleware = (next) => async (call) => {
  const result = await next(call);
  await new Promise((resolve) => setTimeout(resolve, 30));
  return result;
};
const streamed: Middleware = (next) => async (call) => {
  const result = await next(call);
  return result.ok
    ? {
        ok: true,
        value: new Response(result.value.body, {
          headers: { "content-type": "application/json" },
        }),
      }
    : result;
};

test("a body that is larger than the buffer is read completely, as a string and as a stream", async () => {
  const things = Array.from({ length: 20_000 }, (_, i) => ({ id: `thing-${i}`, data: "ü" }));
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(things));
  });
  for (const middleware of [slow, streamed]) {
    const last = await onBoth(async (httpClient) => {
      const core = coreOf(server.url, { httpClient, middleware: [middleware] });
      const result = await thingsList(core, { projectId: "p" });
      return result.ok ? result.value.at(-1) : result.error.name;
    });
    expect(last).toEqual({ id: "thing-19999", data: "ü" });
  }
});
