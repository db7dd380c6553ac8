import { expect, test } from "vitest";
import type { Middleware, SentBody } from "../../src/lib/index.js";
import { coreOf, errorOf, thingsCreate, thingsGet } from "../support/sdk.js";
import { type Seen, reply, serve, silence } from "../support/server.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { onBoth } from "./both.js";

const octets = new Uint8Array([0, 255, 10, 13, 200, 65]);

/** Sends a body as it is, under a media type or none. */
function sending(body: SentBody, type?: string): Middleware {
  return (next) => (call) => {
    const { "content-type": _, ...headers } = call.headers;
    return next({ ...call, body, headers: type ? { ...headers, "content-type": type } : headers });
  };
}

function streamOf(...chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const given = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const chunk = given.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
}

/** What matters of a request with a body: forms have a boundary of their own each time. */
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
  data.append("file", new Blob([octets], { type: "image/png" }), 'pic "1".png');
  data.append("untyped", new Blob(["x"]));
  return data;
}

test.for<[what: string, body: () => SentBody, type?: string]>([
  ["a text", () => "tëxt"],
  ["a text with a type", () => "{}", "application/json"],
  ["an empty text", () => ""],
  ["octets", () => octets],
  ["a part of a buffer", () => octets.subarray(2, 4)],
  ["no octets", () => new Uint8Array()],
  ["a buffer", () => octets.slice().buffer],
  ["a blob", () => new Blob([octets], { type: "image/png" })],
  ["a blob without a type", () => new Blob(["blob"])],
  ["search parameters", () => new URLSearchParams({ "a b": "c&d", e: "ü" })],
  ["a form", form],
  ["an empty form", () => new FormData()],
  ["a stream", () => streamOf(octets, new Uint8Array([66]))],
  ["an empty stream", () => streamOf()],
])("%s is sent as by fetch", async ([, body, type]) => {
  const server = await serve(reply(201, { id: "t" }));
  const sent = await onBoth(async (httpClient) => {
    const middleware = [sending(body(), type)];
    const result = await thingsCreate(coreOf(server.url, { httpClient, middleware }), { id: "t" });
    return [result, shown(server.last())];
  });
  expect(sent[0]).toEqual({ ok: true, value: { id: "t" } });
});

test("no body is sent as by fetch, by every method", async () => {
  const server = await serve(reply(201, { id: "t" }));
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
      const stream = streamOf(octets);
      stream.getReader();
      return stream;
    },
  ],
])("%s is a ConnectionError", async ([, body]) => {
  const server = await serve(reply(201, { id: "t" }));
  await onBoth(async (httpClient) => {
    const middleware = [sending(body())];
    const result = await thingsCreate(coreOf(server.url, { httpClient, middleware }), { id: "t" });
    return errorOf(result).name;
  });
});

test("a GET has no body", async () => {
  const server = await serve(reply(200, { id: "t" }));
  const name = await onBoth(async (httpClient) => {
    const core = coreOf(server.url, { httpClient, middleware: [sending("body")] });
    return errorOf(await thingsGet(core, { thingId: "t" })).name;
  });
  expect([name, server.seen]).toEqual(["ConnectionError", []]);
});

test("an abort lets go of a stream that has nothing to send", async () => {
  const server = await serve(silence);
  let letGo: (() => void) | undefined;
  const cancelled = new Promise<void>((resolve) => (letGo = resolve));
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(octets),
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
