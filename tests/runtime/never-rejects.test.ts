import { expect, test } from "vitest";
import {
  type Client,
  type Fetcher,
  HTTPClient,
  type RequestOptions,
  apiKeyHeader,
  apiKeyQuery,
  basic,
} from "../../src/lib/index.js";
import {
  type CoreOptions,
  coreOf,
  errorOf,
  textGet,
  thingsCreate,
  thingsGet,
  thingsReplace,
} from "./support/sdk.js";
import {
  type Answerer,
  inTurn,
  reply,
  serve,
  serveRaw,
  silence,
  unusedURL,
} from "./support/server.js";
import { hookable } from "./support/transports.js";
import { expectNothingUnhandled } from "./support/unhandled.js";

expectNothingUnhandled();

const once: RequestOptions = { retries: { strategy: "none" } };
const never = new Promise<never>(() => {});
const fail = (): never => {
  throw new Error("ours");
};
const hostile = {
  get message(): string {
    throw new Error("no message");
  },
  get code(): string {
    throw new Error("no code");
  },
};
const proxy: unknown = new Proxy({}, { get: fail, getPrototypeOf: fail, has: fail, ownKeys: fail });

async function get(core: Client, options: RequestOptions = once) {
  return thingsGet(core, { thingId: "t" }, options);
}

async function good(options: CoreOptions = {}): Promise<Client> {
  const server = await serve(reply(200, { id: "t" }));
  return coreOf(server.url, options);
}

const raw = async (text: string, end = true): Promise<Client> =>
  coreOf(await serveRaw((socket) => (end ? socket.end(text) : socket.write(text))));
const cut = (text: string) => async (): Promise<Client> =>
  coreOf(
    await serveRaw((socket) => socket.write(text, () => setTimeout(() => socket.destroy(), 5))),
  );
const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

test.for<[what: string, core: () => Promise<Client> | Client, options?: RequestOptions]>([
  ["a host that does not exist", () => coreOf("https://nobody.invalid")],
  ["a port where nobody listens", async () => coreOf(await unusedURL())],
  ["a port that fetch does not use", () => coreOf("http://127.0.0.1:1")],
  ["a reset before the answer", async () => coreOf(await serveRaw((s) => s.resetAndDestroy()))],
  ["a connection closed without an answer", async () => coreOf(await serveRaw((s) => s.end()))],
  ["a reset inside the headers", cut("HTTP/1.1 200 OK\r\ncontent-ty")],
  ["a reset inside the body", cut(`${HEAD}content-length: 99\r\n\r\n{"id":`)],
  ["a reset inside a chunked body", cut(`${HEAD}transfer-encoding: chunked\r\n\r\n5\r\n{"id"`)],
  ["TLS to a port without", async () => coreOf((await unusedURL()).replace("http", "https"))],
  [
    "TLS to a plain server",
    async () =>
      coreOf((await serveRaw((s) => s.end("HTTP/1.1 400 \r\n\r\n"))).replace("http", "https")),
  ],
  ["something that is not HTTP", () => raw("SSH-2.0-OpenSSH_9.6\r\n")],
  ["a header that is too long", () => raw(`${HEAD}x: ${"y".repeat(100_000)}\r\n\r\n{}`)],
])("%s is a ConnectionError", async ([, core]) => {
  const error = errorOf(await get(await core()));
  expect(error).toMatchObject({ name: "ConnectionError", cause: expect.anything() });
  expect(error.message).toMatch(
    /^No answer from .+: .+|^The connection broke inside the body .+: .+/,
  );
});

test.for<[what: string, answer: Answerer]>([
  ["redirects without end", reply(302, "", { location: "/again" })],
  [
    "more redirects than are followed",
    (_, res, n) => void res.writeHead(302, { location: `/${n}` }).end(),
  ],
])("%s is a ConnectionError, and asked for once only", async ([, answer]) => {
  const server = await serve(answer);
  expect(errorOf(await get(coreOf(server.url), {}))).toMatchObject({ name: "ConnectionError" });
  expect(server.seen).toHaveLength(6);
});

const fetchers: [string, unknown][] = [
  ["throws", fail],
  ["rejects", async () => fail()],
  ["rejects with nothing", () => Promise.reject()],
  ["rejects with a null-prototype object", () => Promise.reject(Object.create(null))],
  ["rejects with an error whose members throw", () => Promise.reject(hostile)],
  ["rejects with a proxy that throws", () => Promise.reject(proxy)],
  ["rejects with a symbol", () => Promise.reject(Symbol("s"))],
  ["answers undefined", async () => undefined],
  ["answers a body that fails", async () => new Response(new ReadableStream({ pull: fail }))],
];
test.for(fetchers)("a fetcher that %s is a ConnectionError", async ([, fetcher]) => {
  const httpClient = new HTTPClient({ fetcher: fetcher as Fetcher });
  expect(errorOf(await get(coreOf("https://h", { httpClient })))).toMatchObject({
    name: "ConnectionError",
    message: expect.stringMatching(/: .+/),
  });
});

test.for<[what: string, options: CoreOptions]>([
  [
    "a fetcher that answers an empty object",
    { httpClient: new HTTPClient({ fetcher: (async () => ({})) as never }) },
  ],
  [
    "a fetcher that answers a text",
    { httpClient: new HTTPClient({ fetcher: (() => "no") as never }) },
  ],
  [
    "a fetcher that answers a body that is read",
    {
      httpClient: new HTTPClient({
        fetcher: async () => {
          const response = Response.json({});
          await response.text();
          return response;
        },
      }),
    },
  ],
  ["a beforeRequest hook that throws", { httpClient: hookable().addHook("beforeRequest", fail) }],
  [
    "a beforeRequest hook that rejects",
    { httpClient: hookable().addHook("beforeRequest", async () => fail()) },
  ],
  [
    "a beforeRequest hook that rejects with a proxy",
    { httpClient: hookable().addHook("beforeRequest", () => Promise.reject(proxy)) },
  ],
  ["a response hook that throws", { httpClient: hookable().addHook("response", fail) }],
  [
    "a response hook that reads the body",
    { httpClient: hookable().addHook("response", (r) => void r.text()) },
  ],
  ["a middleware that throws when it is put in place", { middleware: [fail] }],
  ["a middleware that throws", { middleware: [() => fail] }],
  ["a middleware that rejects", { middleware: [() => async () => fail()] }],
  ["a middleware that rejects with a proxy", { middleware: [() => () => Promise.reject(proxy)] }],
  ["a middleware that answers nothing", { middleware: [() => async () => undefined as never] }],
  [
    "a middleware that answers no value",
    { middleware: [() => async () => ({ ok: true }) as never] },
  ],
  [
    "a middleware that answers no error",
    { middleware: [() => async () => ({ ok: false }) as never] },
  ],
  [
    "a middleware that answers an error of its own",
    { middleware: [() => async () => ({ ok: false, error: "e" }) as never] },
  ],
  ["a credential callback that throws", { apiKeyHeader: fail }],
  ["a credential callback that rejects", { apiKeyHeader: async () => fail() }],
  [
    "a credential callback that rejects with a proxy",
    { apiKeyHeader: () => Promise.reject(proxy) },
  ],
])("%s is an UnexpectedClientError", async ([, options]) => {
  const error = errorOf(await get(await good(options)));
  expect(error).toMatchObject({ name: "UnexpectedClientError" });
  expect(error.message).not.toMatch(/: $/);
});

test("a requestError hook that throws is an UnexpectedClientError", async () => {
  const httpClient = hookable().addHook("requestError", fail);
  const error = errorOf(await get(coreOf(await unusedURL(), { httpClient })));
  expect(error).toMatchObject({
    name: "UnexpectedClientError",
    message: "A requestError hook failed: ours",
  });
});

test("two credential callbacks that fail, one later than the other, are one UnexpectedClientError", async () => {
  const security = [[apiKeyHeader("a", "a"), apiKeyHeader("b", "b")]];
  const server = await serve(reply(200, {}));
  const core = coreOf(server.url, { a: async () => fail(), b: fail }, { security });
  expect(errorOf(await get(core))).toMatchObject({ name: "UnexpectedClientError" });
});

test.for<[what: string, options: CoreOptions, request?: RequestOptions]>([
  ["a fetcher that hangs", { httpClient: new HTTPClient({ fetcher: () => never }) }],
  [
    "a body that hangs",
    { httpClient: new HTTPClient({ fetcher: async () => new Response(new ReadableStream()) }) },
  ],
  [
    "a beforeRequest hook that hangs",
    { httpClient: hookable().addHook("beforeRequest", () => never) },
  ],
  ["a response hook that hangs", { httpClient: hookable().addHook("response", () => never) }],
  ["a middleware that hangs", { middleware: [() => () => never] }],
  ["a credential callback that hangs", { apiKeyHeader: () => never }],
])("%s ends at timeoutMs and at an abort", async ([, options]) => {
  const core = await good(options);
  expect(errorOf(await get(core, { ...once, timeoutMs: 10 }))).toMatchObject({
    name: "RequestTimeoutError",
  });
  expect(errorOf(await get(core, { ...once, signal: AbortSignal.timeout(10) }))).toMatchObject({
    name: "RequestAbortedError",
  });
});

test.for<[what: string, options: RequestOptions | null]>([
  ["a server URL that is none", { serverURL: "api.example.com" }],
  ["a server URL that is empty but for its scheme", { serverURL: "http://" }],
  ["a server URL of another scheme", { serverURL: "ftp://example.com" }],
  ["a server URL that is no text", { serverURL: { a: 1 } as never }],
  ["a server URL with a null prototype", { serverURL: Object.create(null) as never }],
  ["a header name with a space", { headers: { "a b": "c" } }],
  ["a header name that is empty", { headers: { "": "c" } }],
  ["a header value with a line break", { headers: { a: "b\nc" } }],
  ["a header value beyond Latin-1", { headers: { a: "\u{1F600}" } }],
  ["a header value that is no text", { headers: { a: Object.create(null) as never } }],
  ["a header value that is a symbol", { headers: [["a", Symbol("s") as never]] }],
  ["headers that are a text", { headers: "a: b" as never }],
  ["headers that are pairs of nothing", { headers: [null] as never }],
  ["an idempotency key with a line break", { idempotencyKey: "a\nb" }],
  ["a time limit that is no number", { timeoutMs: "1s" as never }],
  ["a time limit that is NaN", { timeoutMs: NaN }],
  ["fetchOptions that fetch refuses", { fetchOptions: { mode: "navigate" } }],
  ["fetchOptions that are none", { fetchOptions: { cache: "soon" as never } }],
  [
    "options whose members throw",
    {
      get headers(): never {
        return fail();
      },
    },
  ],
  [
    "options whose members throw a proxy",
    {
      get headers(): never {
        throw proxy;
      },
    },
  ],
  ["options that are a proxy that throws", proxy as never],
])("%s is an InvalidRequestError, and nothing is sent", async ([, options]) => {
  const server = await serve(reply(200, { id: "t" }));
  expect(errorOf(await get(coreOf(server.url), options as never))).toMatchObject({
    name: "InvalidRequestError",
    message: expect.stringMatching(/.{20}/),
  });
  expect(server.seen).toEqual([]);
});

test.for<[what: string, core: unknown]>([
  ["undefined", undefined],
  ["null", null],
  ["an object", {}],
  ["a proxy that throws", proxy],
])("a client that is %s is an InvalidRequestError", async ([, core]) => {
  expect(errorOf(await get(core as never))).toMatchObject({ name: "InvalidRequestError" });
});

test.for<[what: string, key: unknown]>([
  ["a line break", "a\nb"],
  ["text beyond Latin-1", "k\u2026"],
  ["a number", 5],
  ["a callback that answers nothing", () => undefined],
  ["a callback that answers an empty text", async () => ""],
])("a key that is %s is an InvalidRequestError", async ([, apiKeyHeader]) => {
  const error = errorOf(await get(await good({ apiKeyHeader } as CoreOptions)));
  expect(error).toMatchObject({ name: "InvalidRequestError" });
});

test("a key that cannot be written into a URL is an error and nothing more", async () => {
  const security = [[apiKeyQuery("a", "a")]];
  expect((await get(coreOf("https://h", { a: "\ud800" }, { security }))).ok).toBe(false);
  const pair = { username: "u", password: "\ud800" };
  expect((await get(coreOf(await unusedURL(), { b: pair }, { security: [[basic("b")]] }))).ok).toBe(
    false,
  );
});

const cyclic: Record<string, unknown> = { id: "t" };
cyclic["data"] = cyclic;
test.for<[what: string, request: unknown]>([
  ["nothing", undefined],
  ["null", null],
  ["a text", "t"],
  ["a list", []],
  ["a member of another type", { id: 1 }],
  ["an invalid date", { id: "t", createTime: new Date(NaN) }],
  ["a bigint", { id: "t", data: 1n }],
  ["a cycle", cyclic],
  ["a toJSON that throws", { id: "t", data: { toJSON: fail } }],
  [
    "a toJSON that throws a proxy",
    {
      id: "t",
      data: {
        toJSON: () => {
          throw proxy;
        },
      },
    },
  ],
])("a body that is or holds %s is an SDKValidationError", async ([, request]) => {
  const server = await serve(reply(201, { id: "t" }));
  expect(errorOf(await thingsCreate(coreOf(server.url), request as never))).toMatchObject({
    name: "SDKValidationError",
  });
  expect(server.seen).toEqual([]);
});

test("half a surrogate pair cannot be written into a URL", async () => {
  const server = await serve(reply(200, { id: "t" }));
  expect(errorOf(await thingsGet(coreOf(server.url), { thingId: "a\ud800" }))).toMatchObject({
    name: "InvalidRequestError",
  });
  expect(server.seen).toEqual([]);
});

test.for<[what: string, thingId: unknown]>([
  ["empty", ""],
  ["a dot", "."],
  ["two dots", ".."],
  ["absent", undefined],
  ["null", null],
])("a path value that is %s is an SDKValidationError", async ([, thingId]) => {
  const server = await serve(reply(200, { id: "t" }));
  const core = coreOf(server.url);
  expect(errorOf(await thingsGet(core, { thingId } as never))).toMatchObject({
    name: "SDKValidationError",
  });
  const request = { thingId, thing: { id: "t" } } as never;
  expect(errorOf(await thingsReplace(core, request))).toMatchObject({ name: "SDKValidationError" });
  expect(server.seen).toEqual([]);
});

test.for<[what: string, request: unknown]>([
  [
    "members that throw",
    {
      get thingId(): never {
        return fail();
      },
    },
  ],
  [
    "members that throw a proxy",
    {
      get thingId(): never {
        throw proxy;
      },
    },
  ],
  [
    "members that throw a null-prototype object",
    {
      get thingId(): never {
        throw Object.create(null);
      },
    },
  ],
])("a request with %s is an InvalidRequestError", async ([, request]) => {
  expect(errorOf(await thingsGet(await good(), request as never))).toMatchObject({
    name: "InvalidRequestError",
  });
});

test.for<[what: string, answer: Answerer]>([
  ["JSON that is cut", reply(200, '{"id":"t')],
  ["no JSON", reply(200, "hello")],
  ["an empty body", reply(200, "")],
  ["another type", reply(200, [])],
  ["null", reply(200, "null")],
  ["a member of another type", reply(200, { id: {} })],
  ["JSON nested without end", reply(200, `${"[".repeat(100_000)}${"]".repeat(100_000)}`)],
])("an answer that is or holds %s is a ResponseValidationError", async ([, answer]) => {
  const server = await serve(answer);
  expect(errorOf(await get(coreOf(server.url)))).toMatchObject({ name: "ResponseValidationError" });
});

test.for<[what: string, debugLogger: unknown]>([
  ["throws", { group: fail, log: fail, groupEnd: fail }],
  ["rejects", { group: async () => fail(), log: async () => fail(), groupEnd: async () => fail() }],
  ["hangs", { group: () => never, log: () => never, groupEnd: () => never }],
  [
    "throws proxies",
    {
      group: () => {
        throw proxy;
      },
    },
  ],
  ["has no methods", {}],
  ["is a proxy that throws", proxy],
])("a logger that %s does not disturb the call", async ([, debugLogger]) => {
  expect(await get(await good({ debugLogger } as CoreOptions))).toEqual({
    ok: true,
    value: { id: "t" },
  });
});

test.for<[what: string, options: RequestOptions | null]>([
  ["options that are null", null],
  [
    "options whose members are null",
    {
      retries: null,
      retryCodes: null,
      serverURL: null,
      fetchOptions: null,
      headers: null,
      signal: null,
      idempotencyKey: null,
      timeoutMs: null,
    } as never,
  ],
  [
    "a retry policy whose members are null",
    { retries: { strategy: "backoff", backoff: null, maxAttempts: null } as never },
  ],
])("%s are as good as none", async ([, options]) => {
  const server = await serve(inTurn(reply(503), reply(200, { id: "t" })));
  const core = coreOf(server.url, {
    httpClient: null,
    middleware: null,
    timeoutMs: null,
    debugLogger: null,
  } as never);
  const { random } = Math;
  Math.random = () => 0;
  try {
    expect(await get(core, options as never)).toEqual({ ok: true, value: { id: "t" } });
  } finally {
    Math.random = random;
  }
  expect(server.last().headers).not.toHaveProperty("idempotency-key");
});

test("results that nobody waits for leave no rejection behind", async () => {
  void textGet(coreOf("http://127.0.0.1:1"));
  void get(undefined as never);
  void get(coreOf(await unusedURL()), null as never).then(() => {});
  const server = await serve(silence);
  void get(coreOf(server.url), { ...once, timeoutMs: 5 }).finally(() => {});
  await new Promise((resolve) => setTimeout(resolve, 30));
});

test("a signal that is none sends nothing and leaves no timer behind", async () => {
  const server = await serve(reply(200, { id: "t" }));
  const options = { signal: {} as AbortSignal, timeoutMs: 5 };
  const error = errorOf(await thingsGet(coreOf(server.url), { thingId: "t" }, options));
  expect(error.name).toBe("UnexpectedClientError");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.seen).toEqual([]);
});
