/** Multipart bodies on real connections, with both transports. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import {
  HTTPClient,
  type HeadersLike,
  type Operation,
  empty,
  multipartBody,
  operation,
} from "../../src/lib/index.js";
import { object, unknown } from "../../src/lib/schema/index.js";
import { coreOf, errorOf } from "../support/sdk.js";
import { readMultipart } from "../support/multipart.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { onBoth } from "./both.js";

interface Upload {
  readonly file?: unknown;
  readonly meta?: unknown;
  readonly tags?: unknown;
}

const upload: Operation<Upload, void> = operation(() => ({
  id: "upload",
  method: "PUT",
  path: "/upload",
  request: object(() => ({ file: unknown, meta: unknown, tags: unknown })),
  body: multipartBody(undefined, { meta: { contentType: "application/json" } }),
  responses: [empty(204)],
}));

interface SeenRequest {
  readonly type: string;
  readonly length: string | undefined;
  readonly bytes: Buffer;
}

/** A server that keeps the bytes of each request and responds with the statuses in turn. */
async function receive(...statuses: readonly number[]): Promise<{
  readonly url: string;
  readonly received: SeenRequest[];
}> {
  const received: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const { "content-type": type = "", "content-length": length } = request.headers;
    const bytes = await buffer(request).catch(() => undefined);
    if (bytes === undefined) return; // the client disconnected
    received.push({ type, length, bytes });
    response.writeHead(statuses[received.length - 1] ?? 204, { "retry-after": "0" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const shown = ({ type, bytes }: SeenRequest): unknown =>
  readMultipart(type, bytes).map((part) => [part.name, part.filename, part.type, part.text]);

test("files, JSON and strings arrive, with the length of the whole", async () => {
  await onBoth(async (httpClient) => {
    const { url, received } = await receive();
    const request = { file: new File(["ü"], '日本 "q".txt'), meta: "a", tags: ["1", "2"] };
    expect(await upload(coreOf(url, { httpClient }), request)).toMatchObject({ ok: true });
    const [one] = received as [SeenRequest];
    expect(shown(one)).toEqual([
      ["file", '日本 "q".txt', "application/octet-stream", "ü"],
      ["meta", undefined, "application/json", '"a"'],
      ["tags", undefined, undefined, "1"],
      ["tags", undefined, undefined, "2"],
    ]);
    expect(one.length).toBe(String(one.bytes.length));
  });
});

test("the same bytes are sent again after a failure", async () => {
  await onBoth(async (httpClient) => {
    const { url, received } = await receive(503, 503);
    const file = new Uint8Array(100_000).map((_, i) => i);
    const result = await upload(coreOf(url, { httpClient }), { file, meta: { a: [1] } });
    expect(result).toMatchObject({ ok: true });
    const [first, ...others] = received;
    expect(others).toEqual([first, first]);
    expect(readMultipart(first!.type, first!.bytes)[0]?.bytes).toEqual(Buffer.from(file));
  });
});

test("a body with a stream is sent once, without a length", async () => {
  await onBoth(async (httpClient) => {
    const { url, received } = await receive(503);
    const file = new Blob(["x".repeat(200_000)]).stream();
    const error = errorOf(await upload(coreOf(url, { httpClient }), { file, meta: null, tags: 1 }));
    expect(error).toMatchObject({ name: "APIError", statusCode: 503 });
    expect(received).toHaveLength(1);
    expect(received[0]?.length).toBeUndefined();
    expect(shown(received[0]!)).toEqual([
      ["file", "file", "application/octet-stream", "x".repeat(200_000)],
      ["tags", undefined, undefined, "1"],
    ]);
  });
});

test("a file on disk is read when it is sent", async () => {
  const folder = await mkdtemp(join(tmpdir(), "multipart-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "file.bin");
  await writeFile(path, "content");
  await onBoth(async (httpClient) => {
    const { url, received } = await receive();
    await upload(coreOf(url, { httpClient }), { file: await openAsBlob(path) });
    expect(shown(received[0]!)).toEqual([["file", "file", "application/octet-stream", "content"]]);
  });
});

test.for<[what: string, headers: HeadersLike, media: string]>([
  ["another media type", { "content-type": "application/json" }, "multipart/form-data"],
  ["the same without a boundary", { "Content-Type": "multipart/form-data" }, "multipart/form-data"],
  [
    "a boundary of its own",
    [["content-type", "multipart/form-data; boundary=x"]],
    "multipart/form-data",
  ],
  [
    "another kind of multipart",
    new Headers({ "content-type": "multipart/related" }),
    "multipart/related",
  ],
  ["none", { "content-type": null }, "multipart/form-data"],
])("the boundary stays if a caller asks for %s", async ([, headers, media]) => {
  await onBoth(async (httpClient) => {
    const { url, received } = await receive();
    const options = { headers };
    expect(await upload(coreOf(url, { httpClient }), { tags: "a" }, options)).toEqual({ ok: true });
    await upload(
      coreOf(url, { httpClient }),
      { tags: "a" },
      { fetchOptions: options as RequestInit },
    );
    for (const one of received) {
      expect(one.type.split(";")[0]).toBe(media);
      expect(shown(one)).toEqual([["tags", undefined, undefined, "a"]]);
    }
  });
});

test("hooks see the body, and leave it as it is", async () => {
  for (const httpClient of [new HTTPClient(), new NodeHTTPClient()]) {
    const { url, received } = await receive();
    const seen: string[] = [];
    httpClient
      .addHook("beforeRequest", async (request) => void seen.push(await request.clone().text()))
      .addHook("beforeRequest", (request) => new Request(request));
    expect(await upload(coreOf(url, { httpClient }), { tags: "a" })).toEqual({ ok: true });
    expect(seen).toEqual([received[0]?.bytes.toString()]);
    expect(shown(received[0]!)).toEqual([["tags", undefined, undefined, "a"]]);
  }
});

test("a stream that breaks is a ConnectionError, and the connection is not used again", async () => {
  await onBoth(async (httpClient) => {
    const { url, received } = await receive();
    let pulls = 0;
    const file = new ReadableStream({
      pull(controller) {
        if (pulls++ > 2) controller.error(new Error("no more"));
        else controller.enqueue(new Uint8Array(10));
      },
    });
    const core = coreOf(url, { httpClient });
    expect(errorOf(await upload(core, { file })).name).toBe("ConnectionError");
    expect(await upload(core, { tags: "a" })).toMatchObject({ ok: true });
    expect(shown(received.at(-1)!)).toEqual([["tags", undefined, undefined, "a"]]);
  });
});

test("an abort cancels the streams of a body, even while they have nothing to send", async () => {
  // Not so with `fetch`: undici's cannot cancel a stream that it is reading.
  const { url } = await receive();
  const controller = new AbortController();
  const cancelled = new Promise<unknown>((resolve) => {
    const file = new ReadableStream({
      start: (stream) => stream.enqueue(new Uint8Array(10)),
      pull: () => void setTimeout(() => controller.abort(), 5),
      cancel: resolve,
    });
    const core = coreOf(url, { httpClient: new NodeHTTPClient() });
    void upload(core, { file }, { signal: controller.signal });
  });
  await cancelled;
});
