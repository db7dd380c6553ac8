import { type IncomingMessage, createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import {
  Agent,
  type Dispatcher,
  MockAgent,
  Pool,
  ProxyAgent,
  getGlobalDispatcher,
  interceptors,
  setGlobalDispatcher,
} from "undici";
import type { RequestOptions } from "../../src/lib/index.js";
import { NodeHTTPClient, type NodeHTTPClientOptions } from "../../src/node/index.js";
import { coreOf, errorOf, thingsCreate, thingsGet, valueOf } from "../support/sdk.js";
import { respondWith, serve } from "../support/server.js";
import { onBoth } from "./both.js";

const one = respondWith(200, { id: "t" });

function coreBy(dispatcher: NodeHTTPClientOptions["dispatcher"], url: string) {
  return coreOf(url, { httpClient: new NodeHTTPClient({ dispatcher }) });
}

const closed = {
  dispatch(): never {
    throw new Error("closed for today");
  },
};

/** A dispatcher that counts its requests. */
function counting(): { agent: Dispatcher; paths: string[] } {
  const paths: string[] = [];
  const agent = new Agent().compose((dispatch) => (options, handler) => {
    paths.push(options.path);
    return dispatch(options, handler);
  });
  onTestFinished(() => agent.close());
  return { agent, paths };
}

test("an Agent of the undici package sends the requests", async () => {
  const server = await serve(one);
  const { agent, paths } = counting();
  expect(valueOf(await thingsGet(coreBy(agent, server.url), { thingId: "t" }))).toEqual({
    id: "t",
  });
  expect(paths).toEqual(["/things/t"]);
});

test("a Pool sends the requests, over its maximum number of connections", async () => {
  const server = await serve(one);
  const pool = new Pool(server.url, { connections: 2, pipelining: 4 });
  onTestFinished(() => pool.close());
  const core = coreBy(pool, server.url);
  const calls = Array.from({ length: 12 }, () => thingsGet(core, { thingId: "t" }));
  for (const result of await Promise.all(calls)) expect(valueOf(result)).toEqual({ id: "t" });
  expect(server.seen).toHaveLength(12);
  expect(server.open()).toBe(2);
});

test("a MockAgent responds instead of a server", async () => {
  const agent = new MockAgent();
  agent.disableNetConnect();
  onTestFinished(() => agent.close());
  const mocked = agent.get("https://api.example.com");
  const headers = { "content-type": "application/json" };
  mocked
    .intercept({ method: "POST", path: "/things", body: '{"id":"t"}' })
    .reply(201, { id: "mocked" }, { headers });
  mocked.intercept({ path: "/things/gone" }).replyWithError(new Error("unplugged"));
  const core = coreBy(agent, "https://api.example.com");
  expect(valueOf(await thingsCreate(core, { id: "t" }))).toEqual({ id: "mocked" });
  const options: RequestOptions = { retries: { strategy: "none" } };
  const error = errorOf(await thingsGet(core, { thingId: "gone" }, options));
  expect(error).toMatchObject({
    name: "ConnectionError",
    cause: { cause: { message: "unplugged" } },
  });
  agent.assertNoPendingInterceptors();
});

test("a ProxyAgent sends the requests through its proxy", async () => {
  const server = await serve(one);
  const urls: string[] = [];
  const proxy = createServer().on("connect", ({ url = "" }: IncomingMessage, socket, head) => {
    urls.push(url);
    const [host, port] = url.split(":");
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as AddressInfo;
  const agent = new ProxyAgent({ uri: `http://127.0.0.1:${port}`, proxyTunnel: true });
  onTestFinished(() => agent.close());
  valueOf(await thingsGet(coreBy(agent, server.url), { thingId: "t" }));
  expect(urls).toEqual([new URL(server.url).host]);
  expect(server.seen).toHaveLength(1);
});

test("undici's interceptors run around a call", async () => {
  const server = await serve(respondWith(500, "later"));
  const agent = new Agent().compose(
    interceptors.retry({ maxRetries: 1, minTimeout: 1, statusCodes: [500] }),
  );
  onTestFinished(() => agent.close());
  const error = errorOf(await thingsGet(coreBy(agent, server.url), { thingId: "t" }));
  expect(error).toMatchObject({ name: "ConnectionError" });
  expect(server.seen.length).toBeGreaterThan(1);
});

test("the dispatcher of fetchOptions applies to one call, as with Node's fetch", async () => {
  const server = await serve(one);
  const { agent, paths } = counting();
  const core = coreBy(undefined, server.url);
  const fetchOptions: RequestOptions["fetchOptions"] & { dispatcher: Dispatcher } = {
    dispatcher: agent,
  };
  valueOf(await thingsGet(core, { thingId: "t" }, { fetchOptions }));
  valueOf(await thingsGet(core, { thingId: "u" }));
  expect(paths).toEqual(["/things/t"]);
});

test("setGlobalDispatcher takes effect at the next call", async () => {
  const server = await serve(one);
  const core = coreBy(undefined, server.url);
  const before = getGlobalDispatcher();
  onTestFinished(() => setGlobalDispatcher(before));
  const { agent, paths } = counting();
  valueOf(await thingsGet(core, { thingId: "a" }));
  setGlobalDispatcher(agent);
  valueOf(await thingsGet(core, { thingId: "b" }));
  setGlobalDispatcher(before);
  valueOf(await thingsGet(core, { thingId: "c" }));
  expect(paths).toEqual(["/things/b"]);
});

test.for([undefined, {}, { dispatch: "no function" }])(
  "in a runtime whose global dispatcher is %o, fetch sends the requests",
  async (instead) => {
    const saved = new Map<symbol, unknown>();
    const world = globalThis as { [place: symbol]: unknown };
    for (const version of [1, 2]) {
      const place = Symbol.for(`undici.globalDispatcher.${version}`);
      if (!(place in world)) continue;
      saved.set(place, world[place]);
      world[place] = instead;
    }
    expect(saved.size).toBeGreaterThan(0);
    const original = globalThis.fetch;
    onTestFinished(() => {
      globalThis.fetch = original;
      for (const [place, value] of saved) world[place] = value;
    });
    const urls: unknown[] = [];
    globalThis.fetch = async (url) => {
      urls.push(url);
      return Response.json({ id: "by fetch" });
    };
    const core = coreBy(undefined, "https://api.example.com");
    expect(valueOf(await thingsGet(core, { thingId: "t" }))).toEqual({ id: "by fetch" });
    expect(urls).toEqual(["https://api.example.com/things/t"]);
  },
);

test("a dispatcher that throws is a ConnectionError", async () => {
  const error = errorOf(await thingsGet(coreBy(closed, "https://h"), { thingId: "t" }));
  expect(error).toMatchObject({ name: "ConnectionError", cause: { message: "closed for today" } });
});

test.for([
  ["an object without dispatch", { dispatcher: {} }],
  ["a number", { dispatcher: 1 }],
] as const)(
  "a dispatcher that is %s is an InvalidRequestError, sent by no transport",
  async ([, init]) => {
    const server = await serve(one);
    const result = await onBoth(async (httpClient) => {
      const fetchOptions = init as unknown as RequestInit; // invalid on purpose
      const core = coreOf(server.url, { httpClient });
      const { name, retryable } = errorOf(
        await thingsGet(core, { thingId: "t" }, { fetchOptions }),
      );
      return [name, retryable];
    });
    expect(result).toEqual(["InvalidRequestError", false]);
    expect(server.seen).toEqual([]);
  },
);

test("fetchOptions.integrity is not supported", async () => {
  const server = await serve(one);
  const fetchOptions = { integrity: "sha256-x" };
  const error = errorOf(
    await thingsGet(coreBy(undefined, server.url), { thingId: "t" }, { fetchOptions }),
  );
  expect(error).toMatchObject({ name: "InvalidRequestError" });
  expect(error.message).toContain("integrity");
  expect(server.seen).toEqual([]);
});
