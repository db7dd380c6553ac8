import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import {
  type Operation,
  type RequestOptions,
  type SecurityScheme,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  json,
  operation,
} from "../../../src/lib/typed.js";
import { type CoreOptions, Thing, coreOf, errorOf, thingsGet, valueOf } from "../../support/sdk.js";
import { type Seen, inTurn, respondWith, serve } from "../../support/server.js";
import { manualDeadline } from "../../support/deadline.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";

expectNothingUnhandled();
afterEach(() => {
  for (const name of Object.keys(process.env))
    if (name.startsWith("TESTSDK_")) delete process.env[name];
});

const one = respondWith(200, { id: "t" });
const request = { thingId: "t" };
const header = apiKeyHeader("apiKeyHeader", "X-Api-Key");
const token = bearer("token");
const login = basic("login");

/** The request that a server receives from a client with some alternatives and options. */
async function seen(
  security: readonly (readonly SecurityScheme[])[],
  options: CoreOptions,
  headers: Record<string, string> = {},
): Promise<Seen> {
  const server = await serve(one);
  const core = coreOf(server.url, { apiKeyHeader: undefined, ...options }, { security });
  valueOf(await thingsGet(core, request, { headers }));
  return server.last();
}

test("a key is sent where its scheme says", async () => {
  expect((await seen([[header]], { apiKeyHeader: "k" })).headers["x-api-key"]).toBe("k");
  const inQuery = [[apiKeyQuery("key", "api key")]];
  expect((await seen(inQuery, { key: "a&b" })).url).toBe("/things/t?api%20key=a%26b");
  const inCookie = [[apiKeyCookie("key", "sid")]];
  expect((await seen(inCookie, { key: "a;b" }, { cookie: "theme=dark" })).headers.cookie).toBe(
    "theme=dark; sid=a%3Bb",
  );
});

test("a bearer token and a basic pair are sent in Authorization, in UTF-8", async () => {
  expect((await seen([[token]], { token: "t" })).headers.authorization).toBe("Bearer t");
  const { authorization } = (
    await seen([[login]], { login: { username: "ü", password: "p:\u20ac" } })
  ).headers;
  expect(authorization).toBe(`Basic ${Buffer.from("ü:p:\u20ac").toString("base64")}`);
  const bare = (await seen([[login]], { login: { username: "key", password: "" } })).headers;
  expect(bare.authorization).toBe(`Basic ${Buffer.from("key:").toString("base64")}`);
});

test("schemes that are required together are sent together", async () => {
  const together = [[header, token, apiKeyQuery("key", "k")]];
  const { headers, url } = await seen(together, {
    apiKeyHeader: "a",
    token: async () => "b",
    key: () => "c",
  });
  expect([headers["x-api-key"], headers.authorization, url]).toEqual([
    "a",
    "Bearer b",
    "/things/t?k=c",
  ]);
});

test("the first alternative that has all its credentials is used", async () => {
  const either = [[header, login], [token], [apiKeyQuery("key", "k")]];
  const { headers, url } = await seen(either, { apiKeyHeader: "a", token: "b", key: "c" });
  expect([headers["x-api-key"], headers.authorization, url]).toEqual([
    undefined,
    "Bearer b",
    "/things/t",
  ]);
});

test("an empty alternative allows a call without credentials", async () => {
  const { headers } = await seen([[token], []], {});
  expect(headers).not.toHaveProperty("authorization");
});

test("a missing credential is an SDKValidationError that says what to pass, and nothing is sent", async () => {
  const server = await serve(one);
  const security = [[header], [token, login]];
  const error = errorOf(
    await thingsGet(coreOf(server.url, { apiKeyHeader: "" }, { security }), request),
  );
  expect(error).toMatchObject({
    name: "SDKValidationError",
    message:
      "Request validation failed: apiKeyHeader: missing credential: pass apiKeyHeader or token with login, or set TESTSDK_API_KEY_HEADER",
  });
  expect(server.seen).toEqual([]);
});

test.for<[what: string, scheme: SecurityScheme]>([
  ["a header", header],
  ["a query", apiKeyQuery("apiKeyHeader", "key")],
  ["a cookie", apiKeyCookie("apiKeyHeader", "key")],
])("a key of whitespace is rejected, and nothing is sent: %s", async ([, scheme]) => {
  const server = await serve(one);
  const core = coreOf(server.url, { apiKeyHeader: " \n" }, { security: [[scheme]] });
  const error = errorOf(await thingsGet(core, request));
  expect(error).toMatchObject({ name: "InvalidRequestError" });
  expect(error.message).toBe("apiKeyHeader: expected a non-empty string");
  expect(server.seen).toEqual([]);
});

test("a public operation needs no credential and sends none", async () => {
  const open: Operation<void, Thing> = operation(() => ({
    id: "open",
    method: "GET",
    path: "/open",
    responses: [json(200, Thing)],
    security: [],
  }));
  const server = await serve(one);
  valueOf(await open(coreOf(server.url)));
  expect(server.last().headers).not.toHaveProperty("x-api-key");
});

test("an operation's own security replaces the client's", async () => {
  const own: Operation<void, Thing> = operation(() => ({
    id: "own",
    method: "GET",
    path: "/own",
    responses: [json(200, Thing)],
    security: [[token]],
  }));
  const server = await serve(one);
  valueOf(await own(coreOf(server.url, { token: "t" })));
  expect(server.last().headers).toMatchObject({ authorization: "Bearer t" });
  expect(server.last().headers).not.toHaveProperty("x-api-key");
});

test("an option takes precedence over the environment", async () => {
  process.env["TESTSDK_API_KEY_HEADER"] = "from-env";
  const { headers } = await seen([[header], [token]], { token: "explicit" });
  expect(headers.authorization).toBe("Bearer explicit");
  expect(headers["x-api-key"]).toBeUndefined();
});

test("a credential of the environment is sent, even if credentials are optional", async () => {
  process.env["TESTSDK_TOKEN"] = "from-env";
  expect((await seen([[token], []], {})).headers.authorization).toBe("Bearer from-env");
  delete process.env["TESTSDK_TOKEN"];
  expect((await seen([[token], []], {})).headers.authorization).toBeUndefined();
});

test("the environment is read at each call if the option is missing", async () => {
  const server = await serve(one);
  const core = coreOf(server.url, { apiKeyHeader: undefined });
  process.env["TESTSDK_API_KEY_HEADER"] = "from-env";
  valueOf(await thingsGet(core, request));
  expect(server.last().headers["x-api-key"]).toBe("from-env");
  valueOf(await thingsGet(coreOf(server.url, { apiKeyHeader: "given" }), request));
  expect(server.last().headers["x-api-key"]).toBe("given");
});

test("credentials can be nested under security", async () => {
  const { headers } = await seen([[token]], { security: { token: async () => "nested" } });
  expect(headers.authorization).toBe("Bearer nested");
});

test("the caller's own header replaces the client's credential, and needs none", async () => {
  const own = { "X-API-KEY": "own" };
  expect((await seen([[header]], { apiKeyHeader: "k" }, own)).headers["x-api-key"]).toBe("own");
  expect((await seen([[header]], {}, own)).headers["x-api-key"]).toBe("own");
  const server = await serve(one);
  const fetchOptions = { headers: new Headers(own) };
  valueOf(
    await thingsGet(coreOf(server.url, { apiKeyHeader: undefined }), request, { fetchOptions }),
  );
  expect(server.last().headers["x-api-key"]).toBe("own");
});

test("concurrent calls share the result of a callback, and later calls call it again", async () => {
  let calls = 0;
  const server = await serve(one);
  const apiKeyHeader = async (): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return `k${++calls}`;
  };
  const core = coreOf(server.url, { apiKeyHeader });
  await Promise.all(Array.from({ length: 5 }, () => thingsGet(core, request)));
  expect(server.seen.map(({ headers }) => headers["x-api-key"])).toEqual(Array(5).fill("k1"));
  await thingsGet(core, request);
  expect(server.last().headers["x-api-key"]).toBe("k2");
});

test("a callback that failed is called again by the next call", async () => {
  let calls = 0;
  const apiKeyHeader = async (): Promise<string> => {
    if (++calls === 1) throw new Error("token server is down");
    return "k";
  };
  const server = await serve(one);
  const core = coreOf(server.url, { apiKeyHeader });
  expect(errorOf(await thingsGet(core, request))).toMatchObject({
    name: "UnexpectedClientError",
    message: "Unexpected error in credential callback: token server is down",
    cause: new Error("token server is down"),
  });
  expect(valueOf(await thingsGet(core, request))).toEqual({ id: "t" });
});

test("a callback that hangs is called again by the next attempt", async () => {
  const { timeoutMs, expire } = manualDeadline();
  let calls = 0;
  const apiKeyHeader = (): string | Promise<string> => {
    if (++calls > 1) return "k";
    setTimeout(expire, 10);
    return new Promise(() => {});
  };
  const server = await serve(one);
  const core = coreOf(server.url, { apiKeyHeader, timeoutMs });
  expect(valueOf(await thingsGet(core, request))).toEqual({ id: "t" });
  expect(calls).toBe(2);
});

test("a token that expired between attempts is requested again", async () => {
  const server = await serve(inTurn(respondWith(503), one));
  const tokens = ["old", "new"];
  const core = coreOf(server.url, { token: () => tokens.shift() ?? "" }, { security: [[token]] });
  valueOf(await thingsGet(core, request));
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer old",
    "Bearer new",
  ]);
});

test("a callback that hangs once harms only the calls that wait for it, even without timeouts", async () => {
  const server = await serve(one);
  let asked = 0;
  const apiKeyHeader = (): Promise<string> =>
    asked++ === 0 ? new Promise(() => {}) : Promise.resolve("k");
  const core = coreOf(server.url, { apiKeyHeader });
  const first = [AbortSignal.timeout(50), AbortSignal.timeout(50)].map((signal) =>
    thingsGet(core, request, { signal }),
  );
  for (const result of await Promise.all(first))
    expect(errorOf(result).name).toBe("RequestAbortedError");
  for (let i = 0; i < 3; i++) valueOf(await thingsGet(core, request));
  expect(asked).toBe(4);
});

test("a promise that others still wait for is not asked for again when one of them is aborted", async () => {
  const server = await serve(one);
  let asked = 0;
  const settle: ((key: string) => void)[] = [];
  const apiKeyHeader = (): Promise<string> => {
    asked++;
    return new Promise((resolve) => settle.push(resolve));
  };
  const core = coreOf(server.url, { apiKeyHeader });
  const waiting = thingsGet(core, request);
  await thingsGet(core, request, { signal: AbortSignal.timeout(20) });
  const joining = thingsGet(core, request);
  settle[0]?.("k");
  expect((await waiting).ok && (await joining).ok).toBe(true);
  expect(asked).toBe(1);
});

test.for<[name: string, client: CoreOptions, call: RequestOptions]>([
  ["their timeouts", { timeoutMs: 100 }, {}],
  ["shorter timeouts of their own", { timeoutMs: 100 }, { timeoutMs: 20 }],
])(
  "a callback that hangs is called again although new calls keep waiting for it: %s",
  async ([, client, options]) => {
    const server = await serve(one);
    let asked = 0;
    const apiKeyHeader = (): Promise<string> =>
      asked++ === 0 ? new Promise(() => {}) : Promise.resolve("k");
    const retryConfig = { strategy: "none" } as const;
    const core = coreOf(server.url, { apiKeyHeader, retryConfig, ...client });
    const calls: ReturnType<typeof thingsGet>[] = [];
    // Each call begins while another one still waits.
    for (let i = 0; i < 20; i++) {
      calls.push(thingsGet(core, request, options));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const results = await Promise.all(calls);
    expect(results[0]?.ok).toBe(false);
    expect(results.at(-1)?.ok).toBe(true);
  },
);

test.for([0, Infinity])(
  "a callback that hangs in a call with timeoutMs %d does not harm later ones",
  async (timeoutMs) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const server = await serve(one);
    let asked = 0;
    const apiKeyHeader = (): Promise<string> =>
      asked++ === 0 ? new Promise(() => {}) : Promise.resolve("k");
    const core = coreOf(server.url, { apiKeyHeader, timeoutMs });
    void thingsGet(core, request).then(() => {});
    vi.setSystemTime(Date.now() + 60_001);
    valueOf(await thingsGet(core, request));
  },
);

test("a late result of an old callback does not end the sharing of a newer one", async () => {
  const server = await serve(one);
  const settle: ((key: string) => void)[] = [];
  const apiKeyHeader = (): Promise<string> => new Promise((resolve) => settle.push(resolve));
  const core = coreOf(server.url, { apiKeyHeader });
  const retries = { strategy: "none" } as const;
  const a = await thingsGet(core, request, { timeoutMs: 20, retries });
  expect(errorOf(a).name).toBe("RequestTimeoutError");
  const b = thingsGet(core, request);
  settle[0]?.("late");
  await new Promise((resolve) => setTimeout(resolve, 5));
  const c = thingsGet(core, request);
  expect(settle).toHaveLength(2);
  settle[1]?.("k");
  expect((await b).ok && (await c).ok).toBe(true);
  expect(server.seen.map(({ headers }) => headers["x-api-key"])).toEqual(["k", "k"]);
});
