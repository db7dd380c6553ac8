import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  type CallHook,
  type CallHookContext,
  type ConnectHooks,
  connectHooks,
  registerHooks,
} from "../../../src/lib/hooks/index.js";
import {
  Client,
  type ClientConfig,
  ConnectionError,
  HTTPClient,
  type Operation,
  type ResultStream,
  apiKeyHeader,
  bytesBody,
  empty,
  eventStream,
  operation,
} from "../../../src/lib/typed.js";
import { type Binary, binary, object, string } from "../../../src/lib/typed.js";
import {
  type CoreOptions,
  KEY,
  errorOf,
  thingsCreate,
  thingsGet,
  thingsReplace,
  valueOf,
} from "../../support/sdk.js";
import { inTurn, respondWith, serve, unusedURL } from "../../support/server.js";
import { defaultClient } from "../../support/transports.js";

type Hook = CallHook<CoreOptions>;
type Context = CallHookContext<CoreOptions>;

const one = respondWith(200, { id: "t" });
const request = { thingId: "t", thing: { id: "t" } };
const config: ClientConfig = {
  servers: ["https://api.example.invalid/v1"],
  security: [[apiKeyHeader("apiKeyHeader", "X-Api-Key")]],
};
const scopes = { getThing: ["things.read", "things.list"] };

/** A client with hooks, as generated cores create it. */
function hooked(
  serverURL: string | undefined,
  hooks: ConnectHooks<CoreOptions> | readonly Hook[],
  options: CoreOptions = {},
  about: ClientConfig = config,
): Client {
  const connect = typeof hooks === "function" ? hooks : connectHooks(hooks, scopes);
  const given: CoreOptions = {
    apiKeyHeader: KEY,
    serverURL,
    httpClient: defaultClient(),
    retryConfig: { strategy: "backoff", backoff: { initialInterval: 1 } },
    ...options,
  };
  return new Client(about, connect(given, about));
}

const both = (kind: string): string[] => [`a ${kind}`, `b ${kind}`];

test("hooks of a call run in the order of the list, around each attempt", async () => {
  const ran: string[] = [];
  const named = (name: string): Hook => ({
    sdkInit: (options) => (ran.push(`${name} sdkInit`), options),
    beforeCreateRequest: (_, input) => (ran.push(`${name} beforeCreateRequest`), input),
    beforeRequest: async () => void ran.push(`${name} beforeRequest`),
    afterSuccess: async () => void ran.push(`${name} afterSuccess`),
    afterError: async () => void ran.push(`${name} afterError`),
  });
  const server = await serve(inTurn(respondWith(503), one));
  valueOf(await thingsGet(hooked(server.url, [named("a"), named("b")]), request));
  expect(ran).toEqual([
    ...both("sdkInit"),
    ...["beforeCreateRequest", "beforeRequest", "afterError"].flatMap(both),
    ...["beforeCreateRequest", "beforeRequest", "afterSuccess"].flatMap(both),
  ]);
});

test("the context has the operation, its scopes, the base URL, and the state of retries", async () => {
  const seen: unknown[] = [];
  const retries = { strategy: "backoff", backoff: { initialInterval: 2 } } as const;
  const beforeRequest = ({ options, ...context }: Context): void =>
    void seen.push({ ...context, tenant: options["tenant"] });
  const server = await serve(inTurn(respondWith(503), one));
  const client = hooked(`${server.url}/`, [{ beforeRequest }], { tenant: "acme" });
  valueOf(await thingsGet(client, request, { retries }));
  const first = {
    operationID: "getThing",
    oAuth2Scopes: ["things.read", "things.list"],
    baseURL: server.url,
    retryConfig: retries,
    attempt: 1,
    tenant: undefined,
  };
  // `options` is not enumerable, so a spread has none.
  expect(seen.map((each) => ({ ...(each as object), tenant: undefined }))).toEqual([
    first,
    { ...first, attempt: 2 },
  ]);
  valueOf(await thingsCreate(client, { id: "t" }));
  expect(seen.at(-1)).toMatchObject({ operationID: "createThing", oAuth2Scopes: null });
});

test.for<[string, CoreOptions, ClientConfig, unknown]>([
  ["the client", {}, config, { strategy: "backoff", backoff: { initialInterval: 1 } }],
  [
    "the document",
    { retryConfig: undefined },
    { ...config, retries: { strategy: "none" } },
    { strategy: "none" },
  ],
  ["the defaults", { retryConfig: undefined }, config, { strategy: "backoff" }],
])("the retry policy in the context can be that of %s", async ([, options, about, expected]) => {
  let policy: unknown;
  const hook: Hook = { beforeRequest: ({ retryConfig }) => void (policy = retryConfig) };
  const server = await serve(one);
  valueOf(await thingsGet(hooked(server.url, [hook], options, about), request));
  expect(policy).toEqual(expected);
});

test("all hooks of a call share a context, on which they can keep state", async () => {
  type Counting = Context & { count?: number };
  const counts: unknown[] = [];
  const hook: Hook = {
    beforeRequest: (context: Counting) => void (context.count = (context.count ?? 0) + 1),
    afterError: (context: Counting) => void counts.push(context.count),
    afterSuccess: (context: Counting) => void counts.push(context.count),
  };
  const server = await serve(inTurn(respondWith(503), one));
  const client = hooked(server.url, [hook]);
  valueOf(await thingsGet(client, request));
  valueOf(await thingsGet(client, request));
  expect(counts).toEqual([1, 2, 1]);
});

test("a context shows no credential when it is logged", async () => {
  const shown: string[] = [];
  const beforeRequest = (context: Context): void =>
    void shown.push(inspect(context, { depth: 9 }), JSON.stringify(context));
  const server = await serve(one);
  let key: unknown;
  const hook: Hook = {
    beforeRequest,
    afterSuccess: ({ options }) => void (key = options.apiKeyHeader),
  };
  valueOf(await thingsGet(hooked(server.url, [hook]), request));
  expect(shown.join()).toContain("getThing");
  expect(shown.join()).not.toContain("canary");
  expect(key).toBe(KEY);
});

test("sdkInit can change the base URL, the HTTP client and the credentials", async () => {
  const server = await serve(one);
  const urls: unknown[] = [];
  const httpClient = new HTTPClient({
    fetcher: (input, init) => (urls.push((input as Request).url ?? input), fetch(input, init)),
  });
  const given: CoreOptions = { apiKeyHeader: "old" };
  const client = hooked(
    undefined,
    [
      { sdkInit: (options) => ({ ...options, serverURL: server.url, httpClient }) },
      // Changes its own copy of what the caller passed.
      { sdkInit: (options) => void (options.apiKeyHeader = "new") },
    ],
    given,
  );
  valueOf(await thingsGet(client, request));
  expect(urls).toEqual([`${server.url}/things/t`]);
  expect(server.last().headers["x-api-key"]).toBe("new");
  expect(given).toEqual({ apiKeyHeader: "old" });
});

test.for<[string, () => unknown, RegExp]>([
  [
    "throws",
    () => {
      throw new Error(`no ${KEY}`);
    },
    /^Unexpected error in sdkInit hook: no \*\*\*$/,
  ],
  ["is async", async () => ({}), /^Unexpected error in sdkInit hook: expected options/],
  ["returns a number", () => 5, /^Unexpected error in sdkInit hook: expected options/],
])(
  "a client whose sdkInit hook %s is created, and all its calls end with an error",
  async ([, sdkInit, message]) => {
    const server = await serve(one);
    const client = hooked(server.url, [{ sdkInit } as Hook]);
    for (const call of [thingsGet(client, request), thingsCreate(client, { id: "t" })]) {
      const error = errorOf(await call);
      expect(error).toMatchObject({ name: "UnexpectedClientError", retryable: false });
      expect(error.message).toMatch(message);
    }
    expect(server.seen).toEqual([]);
  },
);

test("beforeCreateRequest can change the URL, headers, method and body", async () => {
  const server = await serve(one);
  const hook: Hook = {
    beforeCreateRequest: (_, { url, options }) => {
      url.searchParams.set("debug", "1");
      const headers = { ...(options?.headers as Record<string, string>), "x-a": "1" };
      return { url, options: { ...options, headers, method: "PATCH", body: "new" } };
    },
    beforeRequest: (_, { headers }) => headers.set("x-b", "2"),
  };
  valueOf(await thingsReplace(hooked(server.url, [hook]), request));
  expect(server.last()).toMatchObject({
    method: "PATCH",
    url: "/things/t?debug=1",
    body: "new",
    headers: { "x-a": "1", "x-b": "2", "x-api-key": KEY },
  });
});

test("beforeRequest receives the request with its credentials and can change or replace it", async () => {
  const seen: unknown[] = [];
  const server = await serve(one);
  const client = hooked(server.url, [
    {
      beforeRequest: async (_, sent) => {
        seen.push(sent.method, sent.headers.get("x-api-key"), await sent.clone().text());
        sent.headers.set("x-tenant", "acme");
      },
    },
    { beforeRequest: (_, sent) => new Request(sent, { method: "PUT", body: '{"id":"new"}' }) },
  ]);
  valueOf(await thingsReplace(client, request));
  expect(seen).toEqual(["PUT", KEY, '{"id":"t"}']);
  expect(server.last()).toMatchObject({ body: '{"id":"new"}', headers: { "x-tenant": "acme" } });
});

test("afterSuccess can replace the response, whose body is then decoded", async () => {
  const server = await serve(respondWith(200, { data: { id: "t" } }));
  const unwrapped: Hook = {
    afterSuccess: async (_, response) => {
      const { data } = (await response.clone().json()) as { data: unknown };
      return Response.json(data, response);
    },
  };
  expect(valueOf(await thingsGet(hooked(server.url, [unwrapped]), request))).toEqual({ id: "t" });
});

test("afterSuccess can turn a success into an error response, which is a typed error", async () => {
  const server = await serve(one);
  const headers = { "content-type": "application/problem+json" };
  const gone: Hook = {
    afterSuccess: () => Response.json({ title: "gone" }, { status: 404, headers }),
  };
  const error = errorOf(await thingsGet(hooked(server.url, [gone]), request));
  expect(error).toMatchObject({ name: "GetThingProblem", statusCode: 404, title: "gone" });
});

test.for<[string, () => Error]>([
  [
    "throws",
    () => {
      throw new RangeError("quota");
    },
  ],
  ["returns", () => new RangeError("quota")],
])("an error that a hook %s is the cause of the error of the call", async ([, fails]) => {
  const server = await serve(one);
  for (const kind of ["beforeRequest", "afterSuccess"] as const) {
    const error = errorOf(await thingsGet(hooked(server.url, [{ [kind]: fails }]), request));
    expect(error).toMatchObject({
      name: "UnexpectedClientError",
      message: `Unexpected error in ${kind} hook: quota`,
    });
    expect((error as Error).cause).toBeInstanceOf(RangeError);
  }
});

test("an error of the SDK that a hook throws ends the call as it is", async () => {
  class QuotaError extends ConnectionError {}
  const quota = new QuotaError("quota");
  const server = await serve(one);
  const beforeRequest = (): never => {
    throw quota;
  };
  expect(errorOf(await thingsGet(hooked(server.url, [{ beforeRequest }]), request))).toBe(quota);
});

test("afterError receives an error response, and can turn it into a success", async () => {
  const seen: unknown[] = [];
  const server = await serve(respondWith(404, { title: "gone" }));
  const afterError: Hook["afterError"] = async (_, response, error) => {
    seen.push(response?.status, await response?.clone().text(), error);
    return { response: Response.json({ id: "none" }), error: null };
  };
  const client = hooked(server.url, [{ afterError }]);
  expect(valueOf(await thingsGet(client, request))).toEqual({ id: "none" });
  expect(seen).toEqual([404, '{"title":"gone"}', null]);
});

test("afterError receives an error without a response, and can turn it into a success", async () => {
  const seen: unknown[] = [];
  const afterError: Hook["afterError"] = (context, response, error) => {
    seen.push([context.attempt, response, (error as Error).name]);
    return context.attempt < 2 ? { response, error } : Response.json({ id: "cached" });
  };
  const client = hooked(await unusedURL(), [{ afterError }]);
  expect(valueOf(await thingsGet(client, request))).toEqual({ id: "cached" });
  // What it returns decides on retries: the same error is retried as without the hook.
  expect(seen).toEqual([
    [1, null, "ConnectionError"],
    [2, null, "ConnectionError"],
  ]);
});

test("afterError can replace the error, which ends the retries", async () => {
  const server = await serve(respondWith(503));
  const down: Hook = {
    afterError: (_, response) => ({ response, error: new Error(`down, says ${KEY}`) }),
  };
  const error = errorOf(await thingsGet(hooked(server.url, [down]), request));
  expect(error).toMatchObject({
    name: "UnexpectedClientError",
    message: "Unexpected error in afterError hook: down, says ***",
    cause: { message: `down, says ${KEY}` },
  });
  expect(server.seen).toHaveLength(1);
});

test("a hook that returns what it received changes nothing", async () => {
  const hook: Hook = {
    beforeCreateRequest: (_, input) => input,
    beforeRequest: (_, sent) => sent,
    afterSuccess: (_, response) => response,
    afterError: (_, response, error) => ({ response, error }),
  };
  const server = await serve(inTurn(one, respondWith(404, { title: "gone" })));
  const client = hooked(server.url, [hook], { retryConfig: { strategy: "none" } });
  valueOf(await thingsReplace(client, request));
  expect(server.last()).toMatchObject({ method: "PUT", body: '{"id":"t"}' });
  expect(errorOf(await thingsReplace(client, request))).toMatchObject({
    name: "APIError",
    statusCode: 404,
  });
  expect(errorOf(await thingsGet(hooked(await unusedURL(), [hook]), request))).toMatchObject({
    name: "ConnectionError",
    code: "ECONNREFUSED",
  });
});

test("hooks run inside the client's own middleware, and see what it changes", async () => {
  const seen: unknown[] = [];
  const beforeRequest = (_: Context, sent: Request): void =>
    void seen.push(sent.headers.get("x-a"));
  const server = await serve(one);
  const client = hooked(server.url, [{ beforeRequest }], {
    middleware: [(next) => (call) => next({ ...call, headers: { ...call.headers, "x-a": "1" } })],
  });
  valueOf(await thingsGet(client, request));
  expect(seen).toEqual(["1"]);
});

test("a stream is sent once, as it comes, if hooks leave the request", async () => {
  const upload: Operation<Binary, void> = operation(() => ({
    id: "upload",
    method: "POST",
    path: "/upload",
    request: binary,
    body: bytesBody(),
    responses: [empty(204)],
  }));
  const server = await serve(inTurn(respondWith(204), respondWith(503)));
  const client = hooked(server.url, [{ beforeRequest: (_, sent) => sent.headers.set("x-a", "1") }]);
  valueOf(await upload(client, new Blob(["streamed"]).stream()));
  expect(server.last()).toMatchObject({ body: "streamed", headers: { "x-a": "1" } });
  expect(errorOf(await upload(client, new Blob(["streamed"]).stream()))).toMatchObject({
    statusCode: 503,
  });
  expect(server.seen).toHaveLength(2);
});

test("afterSuccess sees the response of an event stream, and can wrap its body", async () => {
  interface Tick {
    data: { id: string };
  }
  const Tick = object<Tick>(() => ({ data: object<Tick["data"]>(() => ({ id: string })) }));
  const tick: Operation<void, ResultStream<Tick>> = operation(() => ({
    id: "ticks",
    method: "GET",
    path: "/ticks",
    responses: [eventStream(200, Tick)],
  }));
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end('data: {"id":"a"}\n\ndata: {"id":"b"}\n\n');
  });
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const afterSuccess = (_: Context, response: Response): Response =>
    new Response(response.body?.pipeThrough(count), response);
  const stream = valueOf(await tick(hooked(server.url, [{ afterSuccess }]), undefined));
  const events: unknown[] = [];
  for await (const event of stream) events.push(event);
  expect(events).toEqual([
    { ok: true, value: { data: { id: "a" } } },
    { ok: true, value: { data: { id: "b" } } },
  ]);
  expect(bytes).toBe(36);
});

test("initHooks registers objects with state, for each client", async () => {
  let clients = 0;
  class Counter {
    calls = 0;
    readonly client = ++clients;
    beforeRequest(_: Context, sent: Request): Request {
      sent.headers.set("x-n", `${this.client}.${++this.calls}`);
      return sent;
    }
    // Not registered, so it does not run.
    afterSuccess(): Response {
      throw new Error("not registered");
    }
  }
  const connect = registerHooks<CoreOptions>((hooks) => {
    hooks.registerBeforeRequestHook(new Counter());
    hooks.registerSDKInitHook({ sdkInit: (options) => ({ ...options, apiKeyHeader: "k" }) });
    hooks.registerBeforeCreateRequestHook({ beforeCreateRequest: (_, input) => input });
    hooks.registerAfterSuccessHook({ afterSuccess: (_, response) => response });
    hooks.registerAfterErrorHook({ afterError: (_, response, error) => ({ response, error }) });
  }, scopes);
  const server = await serve(one);
  const [a, b] = [hooked(server.url, connect), hooked(server.url, connect)];
  for (const client of [a, a, b]) valueOf(await thingsGet(client, request));
  expect(server.seen.map(({ headers }) => headers["x-n"])).toEqual(["1.1", "1.2", "2.1"]);
  expect(server.last().headers["x-api-key"]).toBe("k");
});

test("an initHooks that throws ends every call with an error", async () => {
  const connect = registerHooks<CoreOptions>(() => {
    throw new Error("broken");
  }, scopes);
  const error = errorOf(await thingsGet(hooked("https://api.example.invalid", connect), request));
  expect(error).toMatchObject({
    name: "UnexpectedClientError",
    message: "Unexpected error in sdkInit hook: broken",
  });
});
