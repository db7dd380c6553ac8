import { once } from "node:events";
import { Readable } from "node:stream";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Middleware, type Operation, empty, operation } from "../../src/lib/index.js";
import { bytesGet, coreOf, textGet, thingsGet, thingsList } from "../support/sdk.js";
import { type Answerer, serve, serveRaw } from "../support/server.js";
import { onBoth } from "./both.js";

const single = { retries: { strategy: "none" } } as const;
const text = "texts repeat, texts repeat, texts repeat: ü";
const gzipped = gzipSync(text);

function coded(coding: string, octets: Uint8Array): Answerer {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/plain", "content-encoding": coding });
    response.end(octets);
  };
}

test.for<[what: string, coding: string, octets: Uint8Array, says?: string]>([
  ["gzip", "gzip", gzipped, text],
  ["gzip under its old name", "X-GZip", gzipped, text],
  ["deflate", "deflate", deflateSync(text), text],
  ["deflate without the header that it should have", "deflate", deflateRawSync(text), text],
  ["Brotli", "br", brotliCompressSync(text), text],
  ["one on top of another", "deflate, gzip", gzipSync(deflateSync(text)), text],
  ["none", "identity", Buffer.from(text), text],
  ["one that nobody knows", "compress, gzip", gzipped],
  ["gzip that is cut", "gzip", gzipped.subarray(0, -12)],
  ["Brotli that is cut", "br", brotliCompressSync(text).subarray(0, -4)],
  ["gzip that is none", "gzip", Buffer.from(text)],
  ["deflate that is none", "deflate", Buffer.from(`x${text}`)],
  ["gzip of nothing", "gzip", Buffer.of(), ""],
  ["more than there can be", "gzip, gzip, gzip, gzip, gzip, gzip", gzipped],
])("a coding is undone as by fetch: %s", async ([, coding, octets, says]) => {
  const server = await serve(coded(coding, octets));
  const result = await onBoth(async (httpClient) => {
    // With a limit a body is undone while it comes, without one when it has come.
    return Promise.all(
      [0, 1_000_000].map(async (maxResponseBytes) => {
        const options = { ...single, maxResponseBytes };
        const answer = await textGet(coreOf(server.url, { httpClient }), undefined, options);
        return answer.ok ? answer.value : answer.error.name;
      }),
    );
  });
  if (says !== undefined) expect(result).toEqual([says, says]);
});

/** Of what unpacks to a million octets one after another, for ever. */
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
    const answer = await textGet(coreOf(server.url, { httpClient }), undefined, options);
    await hungUp;
    return answer.ok ? undefined : answer.error.name;
  });
  expect(result).toBe(name);
});

test("what can be undone is said as by fetch", async () => {
  const server = await serve(coded("gzip", gzipped));
  const ranged = { headers: { range: "bytes=0-" } };
  const own = { headers: { "accept-encoding": "br" } };
  for (const options of [{}, ranged, own]) {
    await onBoth(async (httpClient) => {
      await textGet(coreOf(server.url, { httpClient }), undefined, options);
      return server.last().headers["accept-encoding"];
    });
  }
});

test("the host that is sent is the URL's", async () => {
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
test("octets that are no UTF-8 are read as by fetch, and a byte order mark is no text", async () => {
  const server = await serve(coded("identity", Buffer.from(invalid)));
  await onBoth((httpClient) => Promise.resolve(textGet(coreOf(server.url, { httpClient }))));
});

test("octets come as they are, in memory of their own", async () => {
  const octets = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    response.end(octets);
  });
  const value = await onBoth(async (httpClient) => {
    const result = await bytesGet(coreOf(server.url, { httpClient }));
    return result.ok ? [octets.equals(result.value), result.value.buffer.byteLength] : [];
  });
  expect(value).toEqual([true, octets.length]);
});

const BODY = 'content-length: 10\r\n\r\n{"id":"t"}';
const JSON_HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
test.for<[what: string, octets: string]>([
  ["early hints", `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${JSON_HEAD}${BODY}`],
  ["more early hints", `${"HTTP/1.1 103 E\r\nx: y\r\n\r\n".repeat(3)}${JSON_HEAD}${BODY}`],
  ["an interim 102", `HTTP/1.1 102 Processing\r\n\r\n${JSON_HEAD}${BODY}`],
  ["a 204 with octets after it", "HTTP/1.1 204 No Content\r\n\r\n"],
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
])("an answer is read as by fetch: %s", async ([, octets]) => {
  const url = await serveRaw((socket) => socket.end(Buffer.from(octets, "latin1")));
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

test("the answer to a HEAD has no body, whatever its headers say", async () => {
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

// The server has sent all, and the connection is held back, before anybody reads.
const slow: Middleware = (next) => async (call) => {
  const answer = await next(call);
  await new Promise((resolve) => setTimeout(resolve, 30));
  return answer;
};
const streamed: Middleware = (next) => async (call) => {
  const answer = await next(call);
  return answer.ok
    ? {
        ok: true,
        value: new Response(answer.value.body, {
          headers: { "content-type": "application/json" },
        }),
      }
    : answer;
};

test("an answer larger than is held unread comes whole, in text and in a stream", async () => {
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
