import { expect, test } from "vitest";
import {
  type Client,
  type Fetcher,
  HTTPClient,
  type RequestOptions,
  apiKeyHeader,
  apiKeyQuery,
  basic,
} from "../../../src/lib/index.js";
import {
  type CoreOptions,
  coreOf,
  errorOf,
  textGet,
  thingsCreate,
  thingsGet,
  thingsReplace,
} from "../../support/sdk.js";
import { inTurn, respondWith, serve, silence, unusedURL } from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";

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
  const server = await serve(respondWith(200, { id: "t" }));
  return coreOf(server.url, options);
}

const fetchers: [string, unknown][] = [
  ["throws", fail],
  ["rejects", async () => fail()],
  ["rejects with nothing", () => Promise.reject()],
  ["rejects with a null-prototype object", () => Promise.reject(Object.create(null))],
  ["rejects with an error whose members throw", () => Promise.reject(hostile)],
  ["rejects with a proxy that throws", () => Promise.reject(proxy)],
  ["rejects with a symbol", () => Promise.reject(Symbol("s"))],
  ["returns undefined", async () => undefined],
  ["returns a body that fails", async () => new Response(new ReadableStream({ pull: fail }))],
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
    "a fetcher that returns an empty object",
    { httpClient: new HTTPClient({ fetcher: (async () => ({})) as never }) },
  ],
  [
    "a fetcher that returns a string",
    { httpClient: new HTTPClient({ fetcher: (() => "no") as never }) },
  ],
  [
    "a fetcher that returns a body that has been read",
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
])("%s is an UnexpectedClientError", async ([, options]) => {
  const error = errorOf(await get(await good(options)));
  expect(error).toMatchObject({ name: "UnexpectedClientError" });
  expect(error.message).not.toMatch(/: $/);
});

test("two failing credential callbacks, one later than the other, are one UnexpectedClientError", async () => {
  const security = [[apiKeyHeader("a", "a"), apiKeyHeader("b", "b")]];
  const server = await serve(respondWith(200, {}));
  const core = coreOf(server.url, { a: async () => fail(), b: fail }, { security });
  expect(errorOf(await get(core))).toMatchObject({ name: "UnexpectedClientError" });
});

test.for<[what: string, options: CoreOptions, request?: RequestOptions]>([
  ["a fetcher that hangs", { httpClient: new HTTPClient({ fetcher: () => never }) }],
  [
    "a body that hangs",
    { httpClient: new HTTPClient({ fetcher: async () => new Response(new ReadableStream()) }) },
  ],
])("%s ends on timeout and on abort", async ([, options]) => {
  const core = await good(options);
  expect(errorOf(await get(core, { ...once, timeoutMs: 10 }))).toMatchObject({
    name: "RequestTimeoutError",
  });
  expect(errorOf(await get(core, { ...once, signal: AbortSignal.timeout(10) }))).toMatchObject({
    name: "RequestAbortedError",
  });
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
  ["a string beyond Latin-1", "k\u2026"],
  ["a number", 5],
])("a key that is %s is an InvalidRequestError", async ([, apiKeyHeader]) => {
  const error = errorOf(await get(await good({ apiKeyHeader } as CoreOptions)));
  expect(error).toMatchObject({ name: "InvalidRequestError" });
});

test("a key that cannot be encoded in a URL is an error", async () => {
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
  ["a string", "t"],
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
])("a body that is or contains %s is an SDKValidationError", async ([, request]) => {
  const server = await serve(respondWith(201, { id: "t" }));
  expect(errorOf(await thingsCreate(coreOf(server.url), request as never))).toMatchObject({
    name: "SDKValidationError",
  });
  expect(server.seen).toEqual([]);
});

test("a lone surrogate cannot be encoded in a URL", async () => {
  const server = await serve(respondWith(200, { id: "t" }));
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
  const server = await serve(respondWith(200, { id: "t" }));
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
])("%s are ignored", async ([, options]) => {
  const server = await serve(inTurn(respondWith(503), respondWith(200, { id: "t" })));
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

test("results that are not awaited cause no unhandled rejection", async () => {
  void textGet(coreOf("http://127.0.0.1:1"));
  void get(undefined as never);
  void get(coreOf(await unusedURL()), null as never).then(() => {});
  const server = await serve(silence);
  void get(coreOf(server.url), { ...once, timeoutMs: 5 }).finally(() => {});
  await new Promise((resolve) => setTimeout(resolve, 30));
});

test("an invalid signal sends nothing and leaves no timer", async () => {
  const server = await serve(respondWith(200, { id: "t" }));
  const options = { signal: {} as AbortSignal, timeoutMs: 5 };
  const error = errorOf(await thingsGet(coreOf(server.url), { thingId: "t" }, options));
  expect(error.name).toBe("UnexpectedClientError");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.seen).toEqual([]);
});
