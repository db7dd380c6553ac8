/** Uploads on real connections, with both transports. */
import { createReadStream, openAsBlob } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  HTTPClient,
  type Operation,
  type Upload,
  bytesBody,
  empty,
  multipartBody,
  operation,
} from "../../src/lib/index.js";
import { type Binary, binary, object } from "../../src/lib/schema/index.js";
import type { Schema } from "../../src/lib/typed.js";
import { coreOf, errorOf } from "../support/sdk.js";
import { readMultipart } from "../support/multipart.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { onBoth } from "./both.js";

const put: Operation<Binary, void> = operation(() => ({
  id: "put",
  method: "PUT",
  path: "/raw",
  request: binary,
  body: bytesBody(),
  responses: [empty(204)],
})) as never; // the types are stated above

const form: Operation<{ file: Binary; note?: string }, void> = operation(() => ({
  id: "form",
  method: "PUT",
  path: "/form",
  request: object(() => ({ file: binary })) as Schema<unknown>,
  body: multipartBody(),
  responses: [empty(204)],
})) as never; // the types are stated above

interface SeenRequest {
  readonly url: string;
  readonly type: string;
  readonly length: string | undefined;
  readonly encoding: string | undefined;
  readonly bytes: Buffer;
}

/** A server that keeps the bytes of each request and responds with the statuses in turn. */
async function receive(
  ...statuses: readonly number[]
): Promise<{ readonly url: string; readonly received: SeenRequest[] }> {
  const received: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const { url = "", headers } = request;
    const bytes = await buffer(request).catch(() => undefined);
    if (bytes === undefined) return; // the client disconnected
    received.push({
      url,
      type: headers["content-type"] ?? "",
      length: headers["content-length"],
      encoding: headers["transfer-encoding"],
      bytes,
    });
    const status = statuses[received.length - 1] ?? 204;
    response.writeHead(status, { "retry-after": "0", location: "/moved" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const bytes = new Uint8Array(300_000).map((_, i) => i);
const chunks = [bytes.slice(0, 100_001), bytes.slice(100_001, 100_002), bytes.slice(100_002)];

async function* generate(): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield chunk;
}

/** A Blob of another implementation. */
const foreignBlob = {
  size: bytes.length,
  type: "image/png",
  arrayBuffer: () => Promise.resolve(bytes.buffer),
  stream: () => new Blob([bytes]).stream(),
} as Blob;

async function file(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "uploads-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "file.bin");
  await writeFile(path, bytes);
  return path;
}

const kinds: [what: string, isKnown: boolean, make: () => Binary | Promise<Binary>][] = [
  ["a File", true, () => new File([bytes], "a.bin")],
  ["a Blob", true, () => new Blob([bytes])],
  ["a file on disk", true, async () => openAsBlob(await file())],
  ["a Uint8Array", true, () => bytes],
  ["a Buffer", true, () => Buffer.from(bytes)],
  ["an ArrayBuffer", true, () => bytes.slice().buffer],
  ["a DataView", true, () => new DataView(bytes.slice().buffer)],
  ["another typed array", true, () => new Uint16Array(bytes.slice().buffer)],
  ["a ReadableStream", false, () => new Blob([bytes]).stream()],
  ["an async generator", false, generate],
  ["a Readable", false, () => Readable.from(chunks)],
  ["an fs.ReadStream", false, async () => createReadStream(await file())],
];

test.for(kinds)("%s arrives as it is", async ([, isKnown, make]) => {
  await onBoth(async (httpClient) => {
    const { url, received } = await receive();
    expect(await put(coreOf(url, { httpClient }), await make())).toMatchObject({ ok: true });
    const [seen] = received as [SeenRequest];
    expect(seen.bytes.equals(bytes)).toBe(true);
    expect(seen.type).toBe("application/octet-stream");
    expect([seen.length, seen.encoding]).toEqual(
      isKnown ? [`${bytes.length}`, undefined] : [undefined, "chunked"],
    );
  });
});

test.for(kinds)("%s arrives in a form, alone and with a name", async ([, isKnown, make]) => {
  await onBoth(async (httpClient) => {
    const { url, received } = await receive();
    const core = coreOf(url, { httpClient });
    expect(await form(core, { file: await make() })).toMatchObject({ ok: true });
    const content = (await make()) as Blob;
    const named: Upload = { content, fileName: 'ü "1".png', type: "image/png" };
    expect(await form(core, { file: named })).toMatchObject({ ok: true });
    const parts = received.map(({ type, bytes: body }) => readMultipart(type, body)[0]!);
    for (const part of parts) expect(part.bytes.equals(bytes)).toBe(true);
    expect(parts[1]).toMatchObject({ filename: 'ü "1".png', type: "image/png" });
    for (const seen of received)
      expect([seen.length, seen.encoding]).toEqual(
        isKnown ? [`${seen.bytes.length}`, undefined] : [undefined, "chunked"],
      );
  });
});

test("a Blob of another implementation arrives, once and with its length where it can", async () => {
  for (const httpClient of [undefined, new NodeHTTPClient()]) {
    const { url, received } = await receive();
    await put(coreOf(url, { httpClient }), foreignBlob);
    await form(coreOf(url, { httpClient }), { file: foreignBlob });
    const [raw, multipart] = received as [SeenRequest, SeenRequest];
    expect(raw.bytes.equals(bytes)).toBe(true);
    expect(raw.length).toBe(httpClient && `${bytes.length}`);
    const [part] = readMultipart(multipart.type, multipart.bytes);
    expect(part).toMatchObject({ type: "image/png", filename: "file" });
  }
});

test("a string is the content of a file too", async () => {
  const { url, received } = await receive();
  await form(coreOf(url), { file: { content: "ü", fileName: "a.txt" } });
  await put(coreOf(url), { content: "ü" });
  const [multipart, raw] = received as [SeenRequest, SeenRequest];
  const [part] = readMultipart(multipart.type, multipart.bytes);
  expect(part).toMatchObject({ filename: "a.txt", text: "ü" });
  expect(raw.bytes.toString()).toBe("ü");
});

test("the file name of an fs.ReadStream is that of its file, without its folder", async () => {
  const { url, received } = await receive();
  await form(coreOf(url), { file: createReadStream(await file()) });
  const [{ type, bytes: body }] = received as [SeenRequest];
  expect(readMultipart(type, body)[0]?.filename).toBe("file.bin");
});

async function* strings(): AsyncGenerator<string> {
  yield "a";
  yield "ü";
}
async function* numbers(): AsyncGenerator<unknown> {
  yield 5;
}

test("strings of an iterable are UTF-8, and anything else in one is an error", async () => {
  const { url, received } = await receive();
  expect(await put(coreOf(url), strings())).toMatchObject({ ok: true });
  expect(received[0]?.bytes.toString()).toBe("aü");
  await onBoth(async (httpClient) => {
    const result = await put(coreOf(url, { httpClient }), numbers() as never);
    expect(errorOf(result)).toMatchObject({ name: "ConnectionError", retryable: false });
    expect(errorOf(result).message).toContain("expected an iterable of Uint8Array or string");
  });
});

const sized = (size: number): Upload => ({ content: new Blob([bytes]).stream(), size });

test("NodeHTTPClient sends the length of a stream of known size, alone and in a form", async () => {
  const { url, received } = await receive();
  const core = coreOf(url, { httpClient: new NodeHTTPClient() });
  expect(await put(core, sized(bytes.length))).toMatchObject({ ok: true });
  expect(await form(core, { file: sized(bytes.length) })).toMatchObject({ ok: true });
  for (const seen of received) {
    expect(seen.length).toBe(`${seen.bytes.length}`);
    expect(seen.encoding).toBeUndefined();
  }
});

test("a stream that does not have the size that was given is a ConnectionError", async () => {
  for (const httpClient of [undefined, new NodeHTTPClient()]) {
    for (const size of [bytes.length - 1, bytes.length + 1]) {
      const { url } = await receive();
      const error = errorOf(await put(coreOf(url, { httpClient }), sized(size)));
      expect(error).toMatchObject({ name: "ConnectionError", retryable: false });
    }
  }
});

test("progress counts the bytes that were sent, of all that there are", async () => {
  await onBoth(async (httpClient) => {
    const { url } = await receive();
    const core = coreOf(url, { httpClient });
    for (const [, isKnown, make] of kinds) {
      for (const send of [put, (client: typeof core, of: Upload) => form(client, { file: of })]) {
        const onProgress = vi.fn<NonNullable<Upload["onProgress"]>>();
        // Any but a string.
        const content = (await make()) as Blob;
        expect(await send(core, { content, onProgress })).toMatchObject({ ok: true });
        const sent = onProgress.mock.calls.map(([count]) => count);
        expect(sent.every((count, i) => count > (sent[i - 1] ?? 0))).toBe(true);
        expect(sent.length).toBeGreaterThan(1);
        expect(onProgress.mock.lastCall).toEqual([
          bytes.length,
          isKnown ? bytes.length : undefined,
        ]);
      }
    }
  });
});

test("progress starts over for each attempt, and what it throws is ignored", async () => {
  await onBoth(async (httpClient) => {
    const { url, received } = await receive(503);
    const sent: number[] = [];
    const onProgress = (count: number): void => {
      sent.push(count);
      throw new Error("ignored");
    };
    const result = await put(coreOf(url, { httpClient }), { content: bytes, onProgress });
    expect(result).toMatchObject({ ok: true });
    expect(received).toHaveLength(2);
    expect(received.map(({ length }) => length)).toEqual([`${bytes.length}`, `${bytes.length}`]);
    expect(sent.filter((count) => count === bytes.length)).toHaveLength(2);
  });
});

test.for(kinds.filter(([, isKnown]) => !isKnown))(
  "%s is sent once, whatever the response",
  async ([, , make]) => {
    await onBoth(async (httpClient) => {
      for (const [status, name] of [
        [503, "APIError"],
        [429, "APIError"],
        [307, "ConnectionError"],
        [308, "ConnectionError"],
      ] as const) {
        const { url, received } = await receive(status);
        const error = errorOf(await put(coreOf(url, { httpClient }), await make()));
        expect(error).toMatchObject({ name, retryable: false });
        expect(received).toHaveLength(1);
      }
    });
  },
);

test("a redirect that a stream cannot follow says so", async () => {
  const { url } = await receive(308);
  const error = errorOf(await put(coreOf(url), generate()));
  expect(error.message).toBe("Redirect not followed: set serverURL to the final URL");
});

test("what is not a stream follows a redirect", async () => {
  await onBoth(async (httpClient) => {
    const { url, received } = await receive(307);
    expect(await put(coreOf(url, { httpClient }), new Blob([bytes]))).toMatchObject({ ok: true });
    expect(received.map((seen) => seen.url)).toEqual(["/raw", "/moved"]);
    expect(received[1]?.bytes.equals(bytes)).toBe(true);
  });
});

test("an iterable that waits for data is ended by an abort, and a Readable destroyed", async () => {
  // Node's `fetch` does not cancel a body that it is reading.
  const httpClient = new NodeHTTPClient();
  const { url } = await receive();
  const readable = new Readable({ read: () => {} });
  readable.push("first");
  const signal = AbortSignal.timeout(100);
  const result = await put(coreOf(url, { httpClient }), readable, { signal });
  expect(errorOf(result).name).toBe("RequestAbortedError");
  await expect.poll(() => readable.destroyed).toBe(true);
});

test("a browser that cannot send streams is a clear error, and sends everything else", async () => {
  const { url, received } = await receive();
  // What Firefox does: it knows no streams, and sends the body as a string.
  const Real = Request;
  vi.stubGlobal("document", {});
  vi.stubGlobal(
    "Request",
    class extends Real {
      constructor(input: string | URL | Request, init?: RequestInit) {
        super(
          input,
          init?.body instanceof ReadableStream ? { ...init, body: `${init.body}` } : init,
        );
      }
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  const core = coreOf(url);
  for (const request of [generate(), new Blob([bytes]).stream(), sized(5)]) {
    const error = errorOf(await put(core, request));
    expect(error.name).toBe("InvalidRequestError");
    expect(error.message).toContain("This browser cannot send streams: pass a Blob");
  }
  expect(errorOf(await form(core, { file: generate() })).name).toBe("InvalidRequestError");
  expect(received).toEqual([]);
  expect(await put(core, new Blob([bytes]))).toMatchObject({ ok: true });
});

test("a fetcher can read a copy of the request, as test doubles of fetch do", async () => {
  const { url, received } = await receive();
  let copied: Buffer | undefined;
  const httpClient = new HTTPClient({
    fetcher: async (request, init) => {
      const copy = request.clone();
      const [response, body] = await Promise.all([fetch(request, init), copy.arrayBuffer()]);
      copied = Buffer.from(body);
      return response;
    },
  });
  const core = coreOf(url, { httpClient });
  for (const [, , make] of kinds) {
    expect(await put(core, await make())).toMatchObject({ ok: true });
    expect(received.at(-1)?.bytes.equals(bytes)).toBe(true);
    expect(copied?.equals(bytes)).toBe(true);
  }
});

test("a copy that nobody reads costs little, and reading it late is an error", async () => {
  const size = 2 ** 25;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < size; sent += 2 ** 20) yield new Uint8Array(2 ** 20);
  }
  const { url, received } = await receive();
  let copy: Request | undefined;
  const httpClient = new HTTPClient({
    fetcher: (request, init) => {
      copy = request.clone();
      return fetch(request, init);
    },
  });
  expect(await put(coreOf(url, { httpClient }), chunks())).toMatchObject({ ok: true });
  expect(received[0]?.bytes.length).toBe(size);
  await expect(copy?.arrayBuffer()).rejects.toThrow();
});
