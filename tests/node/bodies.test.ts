import { expect, test } from "vitest";
import type { Middleware, SentBody } from "../../src/lib/index.js";
import { coreOf, errorOf, thingsCreate, thingsGet } from "../support/sdk.js";
import { type Seen, respondWith, serve, silence } from "../support/server.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { onBoth } from "./both.js";

const bytes = new Uint8Array([0, 255, 10, 13, 200, 65]);

/** Sends a body unchanged, with or without a content type. */
function sending(body: SentBody, type?: string): Middleware {
  return (next) => (call) => {
    const { "content-type": _, ...headers } = call.headers;
    return next({ ...call, body, headers: type ? { ...headers, "content-type": type } : headers });
  };
}

function streamOf(...chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const remaining = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const chunk = remaining.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
}

/** A request with a body, without the random boundary of a form. */
function shown({ body, headers }: Seen): unknown {
  const { "content-type": type = "", "content-length": length } = headers;
  const boundary = /boundary=(.+)$/.exec(type)?.[1] ?? "none";
  return {
    body: body.replaceAll(boundary, "B").toLowerCase(),
    type: type.replace(boundary, "B"),
    length: length && Number(length) - boundary.length * (body.split(boundary).length - 1),
    coding: headers["transfer-encoding"],
  };
}

function form(): FormData {
  const data = new FormData();
  data.append("plain", "a\nb");
  data.append('quoted "name"\r\n', "ü");
  data.append("file", new Blob([bytes], { type: "image/png" }), 'pic "1".png');
  data.append("untyped", new Blob(["x"]));
  return data;
}

test.for<[what: string, body: () => SentBody, type?: string]>([
  ["a string", () => "tëxt"],
  ["a string with a type", () => "{}", "application/json"],
  ["an empty string", () => ""],
  ["bytes", () => bytes],
  ["a part of a buffer", () => bytes.subarray(2, 4)],
  ["no bytes", () => new Uint8Array()],
  ["a buffer", () => bytes.slice().buffer],
  ["a blob", () => new Blob([bytes], { type: "image/png" })],
  ["a blob without a type", () => new Blob(["blob"])],
  ["search parameters", () => new URLSearchParams({ "a b": "c&d", e: "ü" })],
  ["a form", form],
  ["an empty form", () => new FormData()],
  ["a stream", () => streamOf(bytes, new Uint8Array([66]))],
  ["an empty stream", () => streamOf()],
])("%s is sent as by fetch", async ([, body, type]) => {
  const server = await serve(respondWith(201, { id: "t" }));
  const sent = await onBoth(async (httpClient) => {
    const middleware = [sending(body(), type)];
    const result = await thingsCreate(coreOf(server.url, { httpClient, middleware }), { id: "t" });
    return [result, shown(server.last())];
  });
  expect(sent[0]).toEqual({ ok: true, value: { id: "t" } });
});

test("a request without a body is sent as by fetch, with every method", async () => {
  const server = await serve(respondWith(201, { id: "t" }));
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const) {
    const bare: Middleware = (next) => (call) => next({ ...call, method, body: undefined });
    await onBoth(async (httpClient) => {
      await thingsCreate(coreOf(server.url, { httpClient, middleware: [bare] }), { id: "t" });
      return [server.last().method, shown(server.last())];
    });
  }
});

const broken = (): ReadableStream<Uint8Array> =>
  new ReadableStream({ pull: () => Promise.reject(new Error("no more")) });
test.for<[what: string, body: () => SentBody]>([
  ["a stream that breaks", broken],
  [
    "a stream that is locked",
    () => {
      const stream = streamOf(bytes);
      stream.getReader();
      return stream;
    },
  ],
])("%s is a ConnectionError", async ([, body]) => {
  const server = await serve(respondWith(201, { id: "t" }));
  await onBoth(async (httpClient) => {
    const middleware = [sending(body())];
    const result = await thingsCreate(coreOf(server.url, { httpClient, middleware }), { id: "t" });
    return errorOf(result).name;
  });
});

test("a GET cannot have a body", async () => {
  const server = await serve(respondWith(200, { id: "t" }));
  const name = await onBoth(async (httpClient) => {
    const core = coreOf(server.url, { httpClient, middleware: [sending("body")] });
    return errorOf(await thingsGet(core, { thingId: "t" })).name;
  });
  expect([name, server.seen]).toEqual(["ConnectionError", []]);
});

test("an abort cancels a stream that has nothing to send", async () => {
  const server = await serve(silence);
  let letGo: (() => void) | undefined;
  const cancelled = new Promise<void>((resolve) => (letGo = resolve));
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes),
    cancel: () => letGo?.(),
  });
  const core = coreOf(server.url, {
    httpClient: new NodeHTTPClient(),
    middleware: [sending(stream)],
  });
  const result = await thingsCreate(core, { id: "t" }, { timeoutMs: 30 });
  expect(errorOf(result).name).toBe("RequestTimeoutError");
  await cancelled;
});
