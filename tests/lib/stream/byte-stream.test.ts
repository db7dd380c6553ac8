import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  type APIPromise,
  type ByteStream,
  type Client,
  HTTPClient,
  type Operation,
  byContentType,
  byteStream,
  bytesBody,
  empty,
  json,
  operation,
} from "../../../src/lib/index.js";
import { binary, object, string } from "../../../src/lib/schema/index.js";
import { NodeHTTPClient } from "../../../src/node/index.js";
import { coreOf } from "../../support/sdk.js";
import { type Responder, serve, serveRaw } from "../../support/server.js";

const download: Operation<void, ByteStream> = operation(() => ({
  id: "download",
  method: "GET",
  path: "/file",
  responses: [byteStream(200)],
}));

const transports = {
  fetch: () => undefined,
  NodeHTTPClient: () => new NodeHTTPClient(),
} as const;
const all = Object.entries(transports);

/** A response of parts, with their size or without. */
function respond(parts: readonly string[], headers: Record<string, string> = {}): Responder {
  return (_, response) => {
    response.writeHead(200, { "content-type": "application/pdf", ...headers });
    for (const part of parts) response.write(part);
    response.end();
  };
}

async function read(
  call: APIPromise<Awaited<ReturnType<typeof download>>>,
): Promise<{ text: string; error?: unknown }> {
  const result = await call;
  if (!result.ok) throw result.error;
  let text = "";
  try {
    for await (const chunk of result.value) text += new TextDecoder().decode(chunk);
    return { text };
  } catch (error) {
    return { text, error };
  }
}

function clientOf(url: string, transport: keyof typeof transports): Client {
  return coreOf(url, { httpClient: transports[transport]() });
}

test.for(all)("a binary response is a stream, read with %s", async ([name, createClient]) => {
  const server = await serve(respond(["abc", "def"], { "content-length": "6" }));
  const seen: unknown[] = [];
  const core = coreOf(server.url, { httpClient: createClient() });
  const onProgress = (...counts: unknown[]): void => void seen.push(counts);
  expect(await read(download(core, undefined, { onProgress }))).toEqual({ text: "abcdef" });
  expect(seen.at(-1)).toEqual([6, 6]);
  // `fetch` does not notice that a compressed body is cut.
  const coding = name === "fetch" ? "identity" : "gzip, deflate";
  expect(server.seen[0]?.headers["accept-encoding"]).toBe(coding);
});

test.for(all)("the size may be unknown, with %s", async ([, createClient]) => {
  const server = await serve(respond(["abc"]));
  const seen: unknown[] = [];
  const core = coreOf(server.url, { httpClient: createClient() });
  const onProgress = (...counts: unknown[]): void => {
    seen.push(counts);
    throw new Error("it only listens");
  };
  expect(await read(download(core, undefined, { onProgress }))).toEqual({ text: "abc" });
  expect(seen).toEqual([[3, undefined]]);
});

test.for(all)("a body that is cut is a ConnectionError, with %s", async ([, createClient]) => {
  const url = await serveRaw((socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc");
    setTimeout(() => socket.destroy(), 20);
  });
  const { text, error } = await read(
    download(coreOf(url, { httpClient: createClient() }), undefined),
  );
  expect([text, error]).toEqual(["abc", expect.objectContaining({ name: "ConnectionError" })]);
});

test("the number of bytes is compared with Content-Length, whatever the transport", async () => {
  for (const [length, text] of [
    ["4", "abc"],
    ["2", ""],
  ]) {
    const body = new Response("abc", { headers: { "content-length": length ?? "" } });
    const httpClient = new HTTPClient({ fetcher: async () => body });
    const { text: got, error } = await read(
      download(coreOf("https://h.invalid", { httpClient }), undefined),
    );
    expect(got).toBe(text);
    expect(String(error)).toContain(`received 3 of ${length} bytes`);
  }
});

test.for(all)("a silent server is a RequestTimeoutError, with %s", async ([, createClient]) => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "image/png" });
    response.write("abc");
  });
  const core = coreOf(server.url, { httpClient: createClient(), timeoutMs: 60 });
  const { text, error } = await read(download(core, undefined));
  expect([text, error]).toEqual(["abc", expect.objectContaining({ name: "RequestTimeoutError" })]);
});

test.for(all)("the caller's signal ends the download, with %s", async ([, createClient]) => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "image/png" });
    response.write("abc");
  });
  const controller = new AbortController();
  const core = coreOf(server.url, { httpClient: createClient() });
  const onProgress = (): void => controller.abort();
  const { error } = await read(
    download(core, undefined, { signal: controller.signal, onProgress }),
  );
  expect(error).toMatchObject({ name: "RequestAbortedError" });
});

test.for(all)("leaving the loop closes the connection, with %s", async ([, createClient]) => {
  let closed: Promise<void> | undefined;
  const server = await serve((_, response) => {
    closed = new Promise((resolve) => response.on("close", resolve));
    response.writeHead(200, { "content-type": "image/png" });
    response.write("abc");
  });
  const result = await download(coreOf(server.url, { httpClient: createClient() }), undefined);
  if (!result.ok) throw result.error;
  for await (const _ of result.value) break;
  await closed;
  expect(result.value.locked).toBe(false);
});

test("an error status is the error of the call, and an empty body an empty stream", async () => {
  const broken = await serve((_, response) => void response.writeHead(404).end("no"));
  const failed = await download(clientOf(broken.url, "fetch"), undefined);
  expect(failed).toMatchObject({ ok: false, error: { name: "APIError", statusCode: 404 } });
  const server = await serve(respond([], { "content-length": "0" }));
  expect(await read(download(clientOf(server.url, "fetch"), undefined))).toEqual({ text: "" });
});

test.for(all)("a coding that nobody unpacks is refused, with %s", async ([, createClient]) => {
  const server = await serve(respond(["abc"], { "content-encoding": "br2" }));
  const { text, error } = await read(
    download(coreOf(server.url, { httpClient: createClient() }), undefined),
  );
  expect([text, error]).toEqual([
    "",
    expect.objectContaining({ name: "ResponseValidationError", statusCode: 200 }),
  ]);
});

test.for(all)("a server may compress all the same, with %s", async ([, createClient]) => {
  const packed = gzipSync("abc".repeat(1000));
  const server = await serve((_, response) => {
    const length = `${packed.length}`;
    response.writeHead(200, { "content-encoding": "gzip", "content-length": length }).end(packed);
  });
  const seen: unknown[] = [];
  const onProgress = (...counts: unknown[]): void => void seen.push(counts);
  const core = coreOf(server.url, { httpClient: createClient() });
  expect((await read(download(core, undefined, { onProgress }))).text).toHaveLength(3000);
  expect(seen.at(-1)).toEqual([3000, undefined]);
});

test("a part that nobody asked for is not the file", async () => {
  const server = await serve((_, response) => {
    response.writeHead(206, { "content-range": "bytes 0-2/10" }).end("abc");
  });
  const core = clientOf(server.url, "fetch");
  expect(await download(core, undefined)).toMatchObject({ ok: false });
  expect(await read(download(core, undefined, { headers: { range: "bytes=0-2" } }))).toEqual({
    text: "abc",
  });
});

test("the media type tells a file from other values", async () => {
  const either = operation(() => ({
    id: "either",
    method: "GET",
    path: "/file",
    responses: byContentType({
      "application/json": json(
        200,
        object(() => ({ id: string })),
      ),
      "application/pdf": byteStream(200, "application/pdf"),
    }),
  })) as unknown as Operation<void, { contentType: string; data: ByteStream | { id: string } }>;
  const server = await serve(respond(["abc"]));
  const result = await either(clientOf(server.url, "fetch"), undefined);
  if (!result.ok) throw result.error;
  expect(result.value.contentType).toBe("application/pdf");
  expect(await new Response(result.value.data as ByteStream).text()).toBe("abc");
});

test("a download can be uploaded as it comes, with its size", async () => {
  const upload = operation(() => ({
    id: "upload",
    method: "PUT",
    path: "/file",
    request: binary,
    body: bytesBody(),
    responses: [empty(204)],
  }));
  const server = await serve((request, response) => {
    if (request.method === "GET") respond(["abc"], { "content-length": "3" })(request, response, 1);
    else response.writeHead(204).end();
  });
  const core = clientOf(server.url, "NodeHTTPClient");
  const result = await download(core, undefined);
  if (!result.ok) throw result.error;
  expect(await upload(core, result.value)).toMatchObject({ ok: true });
  expect(server.seen[1]).toMatchObject({ body: "abc", headers: { "content-length": "3" } });
});
