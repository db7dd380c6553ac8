import { expect, test } from "vitest";
import { HTTPClient } from "../../../src/lib/index.js";
import {
  type Operation,
  type RequestOptions,
  json,
  jsonBody,
  operation,
  query,
} from "../../../src/lib/typed.js";
import { object, optional, string } from "../../../src/lib/typed.js";
import {
  KEY,
  Thing,
  coreOf,
  errorOf,
  thingsCreate,
  thingsDelete,
  thingsGet,
  thingsList,
  thingsReplace,
  thingsUpdate,
  valueOf,
} from "../../support/sdk.js";
import { respondWith, serve } from "../../support/server.js";

const one = respondWith(200, { id: "t-1" });

test("method, path, query, headers and cookies are sent as the operation declares them", async () => {
  const server = await serve(respondWith(200, []));
  const request = {
    projectId: "my project/ü",
    groupRef: "a&b=c+d",
    tags: ["x", "y z"],
    requestTag: "tag",
    session: "s;1",
  };
  valueOf(await thingsList(coreOf(server.url), request));
  const { method, url, headers } = server.last();
  expect(method).toBe("GET");
  expect(url).toBe(
    "/projects/my%20project%2F%C3%BC/things?groupRef=a%26b%3Dc%2Bd&tags=x&tags=y%20z",
  );
  expect(headers).toMatchObject({
    accept: "application/json, application/problem+json",
    "user-agent": "test-sdk/1.0",
    "x-api-key": KEY,
    "x-request-tag": "tag",
    cookie: "session=s%3B1",
  });
});

test("missing parameters are not sent: no query, no header, no empty cookie", async () => {
  const server = await serve(respondWith(200, []));
  valueOf(await thingsList(coreOf(server.url), { projectId: "p", groupRef: undefined, tags: [] }));
  const { url, headers, body } = server.last();
  expect(url).toBe("/projects/p/things");
  expect(headers).not.toHaveProperty("cookie");
  expect(headers).not.toHaveProperty("x-request-tag");
  expect(headers).not.toHaveProperty("content-type");
  expect(body).toBe("");
});

test("a JSON body is sent with its wire names, including unknown members", async () => {
  const server = await serve(respondWith(201, { id: "t-1" }));
  const createTime = new Date(0);
  const thing = { id: "t-1", createTime, data: { a: null }, more: [1, { b: "ü" }] };
  valueOf(await thingsCreate(coreOf(server.url), thing));
  const { method, url, headers, body } = server.last();
  expect([method, url, headers["content-type"]]).toEqual(["POST", "/things", "application/json"]);
  expect(JSON.parse(body)).toEqual({
    id: "t-1",
    create_time: "1970-01-01T00:00:00.000Z",
    data: { a: null },
    more: [1, { b: "ü" }],
  });
});

test("a body that is a member of the request is sent alone", async () => {
  const server = await serve(one);
  const request = { thingId: "t-1", thing: { id: "t-1" } };
  valueOf(await thingsReplace(coreOf(server.url), request));
  expect(server.last()).toMatchObject({ method: "PUT", url: "/things/t-1", body: '{"id":"t-1"}' });
  valueOf(await thingsUpdate(coreOf(server.url), request));
  expect(server.last()).toMatchObject({ method: "PATCH", url: "/things/t-1:change" });
});

test("an operation without a response body sends Accept: */*", async () => {
  const server = await serve(respondWith(204));
  expect(await thingsDelete(coreOf(server.url), { thingId: "t" })).toEqual({
    ok: true,
    value: undefined,
  });
  expect(server.last().headers.accept).toContain("*/*");
});

test("parameters with names that every object inherits are sent only if they are set", async () => {
  const server = await serve(one);
  interface Odd {
    constructor?: string | undefined;
    valueOf?: string | undefined;
  }
  const ask: Operation<object, Thing> = operation(() => ({
    id: "odd",
    method: "POST",
    path: "/odd",
    request: object<Odd>(() => ({
      constructor: optional(string),
      valueOf: optional(string),
    })),
    parameters: [query("constructor")],
    body: jsonBody("valueOf"),
    responses: [json(200, Thing)],
  }));
  valueOf(await ask(coreOf(server.url), {}));
  expect(server.last()).toMatchObject({ url: "/odd", body: "" });
  expect(server.last().headers).not.toHaveProperty("content-type");
  valueOf(await ask(coreOf(server.url), { constructor: "a", valueOf: "b" }));
  expect(server.last()).toMatchObject({ url: "/odd?constructor=a", body: '"b"' });
});

test("a body and a method in fetchOptions, which its type excludes, are ignored", async () => {
  const server = await serve(one);
  const fetchOptions = { method: "POST", body: "mine" } as object;
  valueOf(
    await thingsReplace(coreOf(server.url), { thingId: "t", thing: { id: "t" } }, { fetchOptions }),
  );
  expect(server.last()).toMatchObject({ method: "PUT", body: '{"id":"t"}' });
  const deleting = await serve(respondWith(204));
  valueOf(await thingsDelete(coreOf(deleting.url), { thingId: "t" }, { fetchOptions }));
  expect(deleting.last()).toMatchObject({ method: "DELETE", body: "" });
});

test("the caller's headers replace the SDK's, and null removes one", async () => {
  const server = await serve(one);
  const options: RequestOptions = {
    fetchOptions: {
      headers: [
        ["X-A", "fetch"],
        ["x-b", "fetch"],
      ],
    },
    headers: {
      "X-A": "own",
      accept: "application/json",
      "User-Agent": null,
      "x-n": 1,
      "x-u": undefined,
    },
  };
  valueOf(await thingsGet(coreOf(server.url), { thingId: "t" }, options));
  const { headers } = server.last();
  expect(headers).toMatchObject({
    "x-a": "own",
    "x-b": "fetch",
    accept: "application/json",
    "x-n": "1",
  });
  expect(headers["user-agent"]).not.toBe("test-sdk/1.0");
  expect(headers).not.toHaveProperty("x-u");
});

test.for([
  ["a Headers object", new Headers({ "x-tag": "1" })],
  ["pairs", [["x-tag", "1"]]],
  ["a Map", new Map([["x-tag", "1"]])],
] as const)("headers can be %s", async ([, headers]) => {
  const server = await serve(one);
  valueOf(await thingsGet(coreOf(server.url), { thingId: "t" }, { headers }));
  expect(server.last().headers["x-tag"]).toBe("1");
});

test("the userAgent option replaces the SDK's own", async () => {
  const server = await serve(one);
  valueOf(await thingsGet(coreOf(server.url, { userAgent: "mine/2" }), { thingId: "t" }));
  expect(server.last().headers["user-agent"]).toBe("mine/2");
});

test("the caller's objects are not modified", async () => {
  const server = await serve(one);
  const request = freeze({ thingId: "t", thing: { id: "t", createTime: undefined, data: [{}] } });
  const options: RequestOptions = freeze({
    timeoutMs: 5000,
    retries: { strategy: "backoff", backoff: { initialInterval: 1 }, maxAttempts: 2 },
    retryCodes: ["500"],
    headers: { "x-a": "1" },
    fetchOptions: { headers: { "x-b": "2" }, keepalive: false },
    idempotencyKey: "k",
  });
  const core = coreOf(server.url, freeze({ apiKeyHeader: KEY, middleware: [] }));
  for (let i = 0; i < 2; i++) valueOf(await thingsReplace(core, request, options));
  expect(server.seen).toHaveLength(2);
  expect(server.seen[0]).toEqual(server.seen[1]);
});

test("changing the options object after construction has no effect", async () => {
  const server = await serve(one);
  const options = { userAgent: "before" };
  const core = coreOf(server.url, options);
  options.userAgent = "after";
  valueOf(await thingsGet(core, { thingId: "t" }));
  expect(server.last().headers["user-agent"]).toBe("before");
});

test("fetch is looked up at each call, and receives a URL and an init", async () => {
  const original = globalThis.fetch;
  const received: unknown[] = [];
  const core = coreOf("https://api.example.invalid", { httpClient: undefined });
  try {
    globalThis.fetch = async (...args) => {
      received.push(...args);
      return Response.json({ id: "t-1" });
    };
    valueOf(await thingsGet(core, { thingId: "t" }, { fetchOptions: { cache: "no-store" } }));
  } finally {
    globalThis.fetch = original;
  }
  expect(received).toEqual([
    "https://api.example.invalid/things/t",
    expect.objectContaining({ method: "GET", cache: "no-store", redirect: "manual" }),
  ]);
});

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) freeze(member);
    Object.freeze(value);
  }
  return value;
}

test.for<[what: string, returned: unknown]>([
  ["undefined", undefined],
  ["null", null],
])(
  "a transport that returns %s is a ConnectionError that says so, and is not asked again",
  async ([, returned]) => {
    let count = 0;
    const send = (): Promise<never> => {
      count++;
      return Promise.resolve(returned as never);
    };
    const transport = { send, createController: () => new AbortController() };
    const debugLogger = { group() {}, groupEnd() {}, log() {} };
    for (const options of [
      { httpClient: transport },
      { httpClient: new HTTPClient({ fetcher: send }) },
      { httpClient: transport, debugLogger },
    ]) {
      count = 0;
      const error = errorOf(
        await thingsGet(coreOf("http://localhost:1", options), { thingId: "t" }),
      );
      expect(error).toMatchObject({
        name: "ConnectionError",
        message: "Connection to localhost:1 failed: the transport did not return a Response",
        retryable: false,
      });
      expect(count).toBe(1);
    }
  },
);
