import { expect, onTestFinished, test } from "vitest";
import {
  type Client,
  type Operation,
  type RequestOptions,
  type Result,
  type RetryConfig,
  bytesBody,
  empty,
  json,
  operation,
  query,
} from "../../../src/lib/typed.js";
import { type Binary, binary, boolean, object, optional } from "../../../src/lib/typed.js";
import { HTTPClient } from "../../../src/lib/index.js";
import {
  type CoreOptions,
  Thing,
  coreOf,
  errorOf,
  thingsCreate,
  thingsDelete,
  thingsGet,
  thingsReplace,
  thingsUpdate,
  valueOf,
} from "../../support/sdk.js";
import {
  type Responder,
  inTurn,
  respondWith,
  serve,
  serveRaw,
  silence,
  unusedURL,
} from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";
import { manualDeadline } from "../../support/deadline.js";
import { limits } from "../../support/limits.js";

expectNothingUnhandled();

const one = respondWith(200, { id: "t" });
const request = { thingId: "t", thing: { id: "t" } };
type Ask = (
  core: Client,
  options?: RequestOptions,
) => PromiseLike<Result<unknown, { name: string }>>;
const asks: Record<string, Ask> = {
  GET: (core, options) => thingsGet(core, request, options),
  PUT: (core, options) => thingsReplace(core, request, options),
  DELETE: (core, options) => thingsDelete(core, request, options),
  POST: (core, options) => thingsCreate(core, request.thing, options),
  PATCH: (core, options) => thingsUpdate(core, request, options),
};
const ask = (method: string, core: Client, options?: RequestOptions) =>
  (asks[method] as Ask)(core, options);

/** Counts the requests to a server that responds like this first, and then with a success. */
async function attempts(
  responder: Responder,
  {
    method = "GET",
    options,
    client,
  }: { method?: string; options?: RequestOptions; client?: CoreOptions } = {},
): Promise<number> {
  const server = await serve(responder);
  await ask(method, coreOf(server.url, client), options);
  return server.seen.length;
}

/** Makes every randomized delay as short, or as long, as possible. */
function pauses(share: number): void {
  const { random } = Math;
  Math.random = () => share;
  onTestFinished(() => void (Math.random = random));
}

test.for(["GET", "PUT", "DELETE"])(
  "%s has three attempts on retryable statuses",
  async (method) => {
    for (const status of [408, 429, 502, 503, 504])
      expect([status, await attempts(respondWith(status), { method })]).toEqual([status, 3]);
    for (const status of [400, 401, 404, 409, 425, 500, 501])
      expect([status, await attempts(respondWith(status), { method })]).toEqual([status, 1]);
  },
);

test.for(["POST", "PATCH"])(
  "%s is retried only if the work cannot have been done",
  async (method) => {
    for (const status of [408, 500, 502, 503, 504])
      expect([status, await attempts(respondWith(status), { method })]).toEqual([status, 1]);
    expect(await attempts(respondWith(429), { method })).toBe(3);
    for (const after of ["0", "Thu, 01 Jan 1970 00:00:00 GMT"])
      expect(await attempts(respondWith(503, "", { "retry-after": after }), { method })).toBe(3);
  },
);

test.for(["POST", "PATCH"])(
  "%s with an idempotency key is retried like GET, with the same key",
  async (method) => {
    const server = await serve(respondWith(502));
    await ask(method, coreOf(server.url), { idempotencyKey: "k-1" });
    expect(server.seen.map(({ headers }) => headers["idempotency-key"])).toEqual([
      "k-1",
      "k-1",
      "k-1",
    ]);
    expect(new Set(server.seen.map(({ body }) => body)).size).toBe(1);
  },
);

test.for<[what: string, options: RequestOptions]>([
  ["the option", { idempotencyKey: "" }],
  ["the option, of white space", { idempotencyKey: " " }],
  ["the header", { headers: { "Idempotency-Key": "" } }],
])("a POST with an empty idempotency key is not retried (%s)", async ([, options]) => {
  expect(await attempts(respondWith(502), { method: "POST", options })).toBe(1);
});

test("a success ends the retries, and its value is the result", async () => {
  const server = await serve(inTurn(respondWith(503, "later"), respondWith(429), one));
  expect(valueOf(await thingsGet(coreOf(server.url), request))).toEqual({ id: "t" });
  expect(server.seen).toHaveLength(3);
});

test("after the last attempt, its response is the error", async () => {
  const server = await serve(
    inTurn(respondWith(503), respondWith(503), respondWith(504, { message: "third" })),
  );
  expect(errorOf(await thingsGet(coreOf(server.url), request))).toMatchObject({
    name: "APIError",
    message: "504 Gateway Timeout: third",
  });
});

test.for([
  ["GET", 3],
  ["DELETE", 3],
  ["POST", 1],
  ["PATCH", 1],
] as const)("a broken connection is retried for %s: %d attempts", async ([method, count]) => {
  let seen = 0;
  const url = await serveRaw((socket) => {
    seen++;
    socket.destroy();
  });
  expect(errorOf(await ask(method, coreOf(url)))).toMatchObject({ name: "ConnectionError" });
  expect(seen).toBe(count);
});

test.for(["GET", "POST"])("a refused connection is retried for %s", async (method) => {
  const url = await unusedURL();
  const counted: number[] = [];
  const core = coreOf(url, {
    middleware: [
      (next) => (call) => {
        counted.push(call.attempt);
        return next(call);
      },
    ],
  });
  expect(errorOf(await ask(method, core))).toMatchObject({
    name: "ConnectionError",
    code: "ECONNREFUSED",
  });
  expect(counted).toEqual([1, 2, 3]);
});

test.for(["read ECONNREFUSED", "read EHOSTUNREACH", "read ENETUNREACH", "write EHOSTUNREACH"])(
  "a connection that was open before %s: GET is retried, POST is not",
  async (message) => {
    const [syscall, code] = message.split(" ");
    let count = 0;
    const httpClient = new HTTPClient({
      fetcher() {
        count++;
        const cause = Object.assign(new Error(message), { code, syscall });
        return Promise.reject(new TypeError("fetch failed", { cause }));
      },
    });
    const core = coreOf("http://localhost:1", { httpClient });
    expect(errorOf(await ask("POST", core))).toMatchObject({ code, retryable: false });
    expect(count).toBe(1);
    expect(errorOf(await ask("GET", core))).toMatchObject({ code, retryable: true });
    expect(count).toBe(4);
  },
);

test("a success with a truncated body is retried", async () => {
  let count = 0;
  const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
  const url = await serveRaw((socket) => {
    if (++count === 1) socket.end(`${head}content-length: 99\r\n\r\n{"id":`);
    else socket.end(`${head}content-length: 10\r\n\r\n{"id":"t"}`);
  });
  expect(valueOf(await thingsGet(coreOf(url), request))).toEqual({ id: "t" });
});

test("a GET with a member that has side effects is retried like POST", async () => {
  const refresh: Operation<{ force?: boolean | undefined }, void> = operation(() => ({
    id: "refresh",
    method: "GET",
    path: "/refresh",
    request: object<{ force?: boolean | undefined }>(() => ({ force: optional(boolean) })),
    parameters: [query("force")],
    responses: [empty(204)],
    notIdempotentWhen: { force: [true] },
  }));
  const server = await serve(respondWith(502));
  const core = coreOf(server.url);
  await refresh(core, { force: true });
  expect(server.seen).toHaveLength(1);
  await refresh(core, { force: false });
  expect(server.seen).toHaveLength(4);
});

test("a call with a stream is not retried, whatever the response", async () => {
  const upload: Operation<Binary, void> = operation(() => ({
    id: "upload",
    method: "PUT",
    path: "/upload",
    request: binary,
    body: bytesBody(),
    responses: [empty(204)],
  }));
  const server = await serve(respondWith(429, "", { "retry-after": "0" }));
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("octets"));
      controller.close();
    },
  });
  const result = await upload(coreOf(server.url), stream);
  expect(errorOf(result)).toMatchObject({ name: "APIError", statusCode: 429 });
  expect(server.seen.map(({ body }) => body)).toEqual(["octets"]);
  await upload(coreOf(server.url), new TextEncoder().encode("again"));
  expect(server.seen.map(({ body }) => body)).toEqual(["octets", "again", "again", "again"]);
});

const problem = (status: number, members: object): Responder =>
  respondWith(status, members, { "content-type": "application/problem+json" });

test("retryable of a problem document is respected, unless a retry could duplicate work", async () => {
  expect(await attempts(problem(500, { retryable: true }))).toBe(3);
  expect(await attempts(problem(503, { retryable: false }))).toBe(1);
  expect(await attempts(problem(429, { retryable: false }), { method: "POST" })).toBe(1);
  expect(await attempts(problem(500, { retryable: true }), { method: "POST" })).toBe(1);
});

const page = (status: number, members: object): Responder =>
  respondWith(status, members, { "content-type": "text/html" });

test("a page of a proxy that happens to be JSON is no problem document", async () => {
  expect(await attempts(page(503, { retryAfter: 0 }), { method: "POST" })).toBe(1);
  expect(await attempts(page(500, { retryable: true }))).toBe(1);
  expect(await attempts(page(503, { retryable: false }))).toBe(3);
});

const year = new Date().getUTCFullYear();
test.for<[what: string, headers: Record<string, string>, waits: number]>([
  ["seconds", { "retry-after": "7" }, 7000],
  ["one second", { "retry-after": "1" }, 1000],
  ["a fraction of seconds, which is no time", { "retry-after": "1.5" }, 0],
  ["zero", { "retry-after": "0" }, 0],
  ["milliseconds", { "retry-after-ms": "20", "retry-after": "9" }, 20],
  ["the past", { "retry-after": "Fri, 31 Dec 1999 23:59:59 GMT" }, 0],
  ["junk", { "retry-after": "soon" }, 0],
  ["a negative number", { "retry-after": "-5" }, 0],
  ["nothing", { "retry-after": "" }, 0],
])("the client waits for Retry-After of %s", async ([, headers, waits]) => {
  pauses(0);
  expect(await waited(respondWith(503, "", headers))).toBeCloseTo(waits, -2);
});

test.for([
  ["IMF-fixdate", (d: Date) => d.toUTCString()],
  [
    "RFC 850",
    (d: Date) => {
      const [, day, month, , time] = d.toUTCString().split(" ");
      const weekday = d.toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
      return `${weekday}, ${day}-${month}-${String(d.getUTCFullYear()).slice(2)} ${time} GMT`;
    },
  ],
  [
    "asctime",
    (d: Date) => {
      const [weekday, day, month, , time] = d.toUTCString().replace(",", "").split(" ");
      return `${weekday} ${month} ${day?.replace(/^0/, " ")} ${time} ${d.getUTCFullYear()}`;
    },
  ],
  ["ISO 8601", (d: Date) => d.toISOString()],
] as const)("Retry-After is read as a date: %s", async ([, format]) => {
  pauses(0);
  const wait = await waited((...args) => {
    const date = format(new Date(Date.now() + 20_000));
    respondWith(503, "", { "retry-after": date })(...args);
  });
  expect(wait).toBeGreaterThan(18_000);
  expect(wait).toBeLessThanOrEqual(20_000);
});

test("the client waits for retryAfter of a problem document", async () => {
  pauses(0);
  expect(await waited(problem(503, { retryAfter: 3 }))).toBe(3000);
});

test("delays grow exponentially up to maxInterval", async () => {
  pauses(1);
  const waits: number[] = [];
  const retries: RetryConfig = {
    strategy: "backoff",
    maxAttempts: 5,
    backoff: { initialInterval: 100, maxInterval: 700, exponent: 2 },
  };
  await waited(respondWith(503), { retries }, waits);
  expect(waits).toEqual([100, 200, 400, 700]);
});

/** The delay before the second attempt in milliseconds, with fake timers. */
async function waited(
  responder: Responder,
  options: RequestOptions = {},
  waits: number[] = [],
): Promise<number | undefined> {
  const server = await serve(responder);
  const real = globalThis.setTimeout;
  const core = coreOf(server.url, { timeoutMs: 0 });
  globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: []) => {
    const ours = new Error("who").stack?.includes("race");
    if (ours) waits.push(ms);
    return real(run, ours ? 0 : ms, ...rest);
  }) as typeof setTimeout;
  try {
    await thingsGet(core, request, options);
  } finally {
    globalThis.setTimeout = real;
  }
  return waits[0];
}

test.for([
  ["seconds", "61"],
  ["more seconds than there are", "9".repeat(30)],
  ["a date", `Fri, 31 Dec ${year + 5} 23:59:59 GMT`],
])("the client does not wait longer than maxElapsedTime, in %s", async ([, after = ""]) => {
  expect(await attempts(respondWith(503, "", { "retry-after": after }))).toBe(1);
  expect(await waited(respondWith(503, "", { "retry-after": after }))).toBeUndefined();
  const backoff = { maxElapsedTime: Infinity };
  const options: RequestOptions = { retries: { strategy: "backoff", backoff } };
  if (after.length > 9) {
    expect(await attempts(respondWith(503, "", { "retry-after": after }), { options })).toBe(1);
    expect(await waited(respondWith(503, "", { "retry-after": after }), options)).toBeUndefined();
  }
});

const quick = { initialInterval: 0 };
test.for<[retries: RetryConfig | object, count: number]>([
  [{ strategy: "none" }, 1],
  [{ strategy: "backoff", backoff: quick, maxAttempts: 1 }, 1],
  [{ strategy: "backoff", backoff: quick, maxAttempts: 0 }, 1],
  [{ strategy: "backoff", backoff: quick, maxAttempts: 5 }, 5],
  [{ strategy: "backoff", backoff: quick, maxAttempts: NaN }, 1],
  [{ strategy: "backoff", backoff: { ...quick, maxElapsedTime: NaN } }, 1],
  [{ strategy: "backoff", backoff: { initialInterval: NaN } }, 1],
  [{ strategy: "backoff", backoff: { initialInterval: 100, maxElapsedTime: -1 } }, 1],
  [{ strategy: "backoff", backoff: quick }, 3],
  [{}, 3],
])("retries of %j result in %d attempts", async ([retries, count]) => {
  pauses(0);
  expect(await attempts(respondWith(503), { options: { retries: retries as RetryConfig } })).toBe(
    count,
  );
});

test("retryConnectionErrors: false disables retries of connection errors, but not of statuses", async () => {
  let seen = 0;
  const url = await serveRaw((socket) => (seen++, socket.destroy()));
  const retries: RetryConfig = {
    strategy: "backoff",
    backoff: quick,
    retryConnectionErrors: false,
  };
  await thingsGet(coreOf(url), request, { retries });
  expect(seen).toBe(1);
  expect(await attempts(respondWith(503), { options: { retries } })).toBe(3);
});

test("retryCodes replaces the retryable statuses and can contain ranges", async () => {
  expect(await attempts(respondWith(500), { options: { retryCodes: ["500"] } })).toBe(3);
  expect(await attempts(respondWith(503), { options: { retryCodes: ["500"] } })).toBe(1);
  expect(await attempts(respondWith(599), { options: { retryCodes: ["5XX"] } })).toBe(3);
  expect(await attempts(respondWith(409), { options: { retryCodes: ["4xx", "500"] } })).toBe(3);
  expect(
    await attempts(respondWith(500), { method: "POST", options: { retryCodes: ["5XX"] } }),
  ).toBe(1);
  expect(await attempts(respondWith(503), { options: { retryCodes: [] } })).toBe(1);
});

const tries = (maxAttempts: number): RetryConfig => ({
  strategy: "backoff",
  backoff: quick,
  maxAttempts,
});
const getWith = (retries?: RetryConfig): Operation<void, Thing> =>
  operation(() => ({
    id: "get",
    method: "GET",
    path: "/",
    responses: [json(200, Thing)],
    ...(retries && { retries }),
  }));

test("the retries of the call take precedence over the client's, the operation's and the document's", async () => {
  const server = await serve(respondWith(503));
  const count = async (get: Operation<void, Thing>, core: Client, options?: RequestOptions) => {
    const before = server.seen.length;
    await get(core, undefined, options);
    return server.seen.length - before;
  };
  const described = { retries: tries(2) };
  const bare = coreOf(server.url, { retryConfig: undefined }, described);
  const core = coreOf(server.url, { retryConfig: tries(5) }, described);
  expect(await count(getWith(), bare)).toBe(2);
  expect(await count(getWith(tries(4)), bare)).toBe(4);
  expect(await count(getWith(tries(4)), core)).toBe(5);
  expect(await count(getWith(tries(4)), core, { retries: tries(6) })).toBe(6);
});

test("credential callbacks are called for every attempt", async () => {
  const server = await serve(respondWith(503));
  let count = 0;
  await thingsGet(coreOf(server.url, { apiKeyHeader: async () => `key-${++count}` }), request);
  expect(server.seen.map(({ headers }) => headers["x-api-key"])).toEqual([
    "key-1",
    "key-2",
    "key-3",
  ]);
});

test(
  "a client stops retrying in an outage, and resumes when calls succeed",
  { timeout: limits.computing },
  async () => {
    pauses(0);
    let healthy = false;
    const server = await serve((...args) => (healthy ? one : respondWith(503))(...args));
    const core = coreOf(server.url);
    for (let i = 0; i < 60; i++) await thingsGet(core, request);
    expect(server.seen).toHaveLength(160); // 60 calls, and the 100 retries that the bucket allows
    await thingsGet(coreOf(server.url), request);
    expect(server.seen).toHaveLength(163); // each client has its own bucket
    healthy = true;
    for (let i = 0; i < 5; i++) await thingsGet(core, request);
    healthy = false;
    await thingsGet(core, request);
    expect(server.seen).toHaveLength(163 + 5 + 2);
  },
);

test("connections of discarded responses are reused", async () => {
  const server = await serve(
    inTurn(respondWith(503, "x".repeat(100_000)), respondWith(503, "y"), one),
  );
  valueOf(await thingsGet(coreOf(server.url), request));
  expect(server.open()).toBe(1);
});

test.for(["-1", "+1", "12/31", "never 1", "5, 5", "1.5", "tomorrow 2030"])(
  "a POST with 503 and Retry-After: %s, which is no time, is sent once",
  async (value) => {
    pauses(0);
    const server = await serve(respondWith(503, "", { "retry-after": value }));
    const error = errorOf(await thingsCreate(coreOf(server.url), { id: "t" }));
    expect(error).toMatchObject({ statusCode: 503, retryable: false });
    expect(server.seen).toHaveLength(1);
  },
);

/** Statuses that no option may make a POST retry. */
const CODES = ["429", "5XX"];
const STOP = { "x-should-retry": "false" };
const GO = { "x-should-retry": "true" };

test.for([
  ["a GET with 503 and x-should-retry: false", thingsGet, respondWith(503, "", STOP), 1, false],
  [
    "a GET with 503 and x-should-retry: False",
    thingsGet,
    respondWith(503, "", { "x-should-retry": "False" }),
    1,
    false,
  ],
  [
    "a POST with 429 and x-should-retry: FALSE",
    thingsCreate,
    respondWith(429, "", { "x-should-retry": "FALSE" }),
    1,
    false,
  ],
  ["a GET with 400 and x-should-retry: true", thingsGet, respondWith(400, "", GO), 3, true],
  ["a POST with 500 and x-should-retry: true", thingsCreate, respondWith(500, "", GO), 1, false],
  ["a POST with 429 and x-should-retry: false", thingsCreate, respondWith(429, "", STOP), 1, false],
  ["a POST with 429", thingsCreate, respondWith(429), 3, true],
  ["a POST with 500", thingsCreate, respondWith(500), 1, false],
  [
    "a POST with a problem that is retryable",
    thingsCreate,
    problem(400, { retryable: true }),
    1,
    false,
  ],
  ["a GET with a problem that is retryable", thingsGet, problem(400, { retryable: true }), 3, true],
  ["a GET with 404", thingsGet, respondWith(404), 1, false],
  ["a POST without a response", thingsCreate, silence, 1, false],
] as const)(
  "%s is sent as often as is safe, and its error says whether to try again",
  async ([, send, responder, times, retryable]) => {
    pauses(0);
    const { timeoutMs, after } = manualDeadline();
    const server = await serve(responder === silence ? after(silence) : responder);
    const call = send as typeof thingsGet;
    const given = { id: "t", thingId: "t" };
    const result = await call(coreOf(server.url, { timeoutMs }), given, { retryCodes: CODES });
    expect(server.seen).toHaveLength(times);
    expect(errorOf(result).retryable).toBe(retryable);
  },
);

test.for([
  ["a request that is invalid", { thingId: 1 }, {}],
  ["an option that is invalid", { thingId: "t" }, { timeoutMs: Number.NaN }],
  ["a call that was aborted", { thingId: "t" }, { signal: AbortSignal.abort() }],
] as const)("%s is not retryable", async ([, given, options]) => {
  const result = await thingsGet(coreOf("https://h.invalid"), given as never, options);
  expect(errorOf(result).retryable).toBe(false);
});
