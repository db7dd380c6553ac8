import { createSecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { Agent } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { type Middleware, ok } from "../../src/lib/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { coreOf, errorOf, thingsCreate, thingsGet, valueOf } from "../support/sdk.js";
import { respondWith, serve } from "../support/server.js";
import { selfSigned } from "../support/certificate.js";
import { limits } from "../support/limits.js";
import { runProgram } from "../support/program.js";

const once = { retries: { strategy: "none" } } as const;

test("an Agent with allowH2 uses HTTP/2, and calls share its connection", async () => {
  const { key, cert } = selfSigned();
  let sessions = 0;
  const seen: unknown[] = [];
  const server = createSecureServer({ key, cert }, async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    seen.push([request.httpVersion, request.method, request.headers["x-api-key"], body]);
    if (request.url === "/things/cut") return void response.stream.close(2);
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    response.writeHead(request.method === "POST" ? 201 : 200, headers);
    response.end(gzipSync('{"id":"t"}'));
  });
  server.on("session", () => sessions++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const agent = new Agent({ allowH2: true, connections: 1, connect: { ca: cert } });
  onTestFinished(async () => {
    await agent.destroy();
    server.close();
  });
  const core = coreOf(`https://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    apiKeyHeader: "k",
    httpClient: new NodeHTTPClient({ dispatcher: agent }),
  });
  expect(valueOf(await thingsCreate(core, { id: "t" }))).toEqual({ id: "t" });
  const calls = [1, 2, 3].map(() => thingsGet(core, { thingId: "t" }));
  for (const result of await Promise.all(calls)) expect(valueOf(result)).toEqual({ id: "t" });
  expect(seen).toEqual([
    ["2.0", "POST", "k", '{"id":"t"}'],
    ...[1, 2, 3].map(() => ["2.0", "GET", "k", ""]),
  ]);
  expect(sessions).toBe(1);
  expect(errorOf(await thingsGet(core, { thingId: "cut" }, once)).name).toBe("ConnectionError");
});

test("an untrusted certificate is a ConnectionError with its code", async () => {
  const { key, cert } = selfSigned();
  const server = createSecureServer({ key, cert, allowHTTP1: true });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const core = coreOf(url, { httpClient: new NodeHTTPClient() });
  expect(errorOf(await thingsGet(core, { thingId: "t" }, once))).toMatchObject({
    name: "ConnectionError",
    code: "DEPTH_ZERO_SELF_SIGNED_CERT",
  });
});

const discards: Middleware = (next) => async (call) => {
  const first = await next({ ...call, url: call.url.replace(/t$/, "endless") });
  if (first.ok) await first.value.body?.cancel();
  return next(call);
};
const forgets: Middleware = (next) => async (call) => {
  await next({ ...call, url: call.url.replace(/t$/, "endless") });
  return next(call);
};

const endless = Buffer.alloc(65_536, "x");

test(
  "the connection of a response is released when its body is discarded or garbage collected",
  { timeout: limits.waiting },
  async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const server = await serve(({ url }, response) => {
      if (url === "/things/t") return void respondWith(200, { id: "t" })({} as never, response, 1);
      response.writeHead(200, { "content-type": "application/json" });
      const more = (): void => {
        while (response.write(endless));
        response.once("drain", more);
      };
      more();
    });
    for (const middleware of [discards, forgets]) {
      const core = coreOf(server.url, {
        httpClient: new NodeHTTPClient(),
        middleware: [middleware],
      });
      expect(valueOf(await thingsGet(core, { thingId: "t" }))).toEqual({ id: "t" });
    }
    // One connection is kept alive for the next call.
    while (server.open() > 1) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
);

test(
  "an unread response can be read after garbage collections",
  { timeout: limits.waiting },
  async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const things = JSON.stringify({ id: "t", data: "x".repeat(2_000_000) });
    const server = await serve(respondWith(200, things));
    const holds: Middleware = (next) => async (call) => {
      const result = await next(call);
      for (let turn = 0; turn < 10; turn++) {
        collect();
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return result.ok ? ok(result.value) : result;
    };
    const core = coreOf(server.url, { httpClient: new NodeHTTPClient(), middleware: [holds] });
    expect(valueOf(await thingsGet(core, { thingId: "t" })).data).toHaveLength(2_000_000);
  },
);

test(
  "a program ends after its last call, and importing loads none of the web's classes",
  { timeout: limits.processes },
  async ({ signal }) => {
    const server = await serve(respondWith(200, { id: "t" }));
    const script = `
    import { NodeHTTPClient } from "../../src/node/index.js";
    import { coreOf, thingsGet } from "../support/sdk.js";
    const place = Symbol.for("undici.globalDispatcher.1");
    const before = typeof globalThis[place]; // set when the first of the web's classes is loaded
    const core = coreOf(${JSON.stringify(server.url)}, { httpClient: new NodeHTTPClient() });
    const result = await thingsGet(core, { thingId: "t" });
    console.log(before, result.ok, typeof globalThis[place]);`;
    const printed = await runProgram(script, { folder: import.meta.dirname, signal });
    expect(printed).toBe("undefined true object");
  },
);
