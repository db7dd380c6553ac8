import { expect, test } from "vitest";
import {
  type Operation,
  type RequestOptions,
  json,
  jsonBody,
  operation,
  query,
} from "../../../src/lib/index.js";
import { object, optional, string } from "../../../src/lib/schema/index.js";
import {
  KEY,
  Thing,
  coreOf,
  thingsCreate,
  thingsDelete,
  thingsGet,
  thingsList,
  thingsReplace,
  thingsUpdate,
  valueOf,
} from "../../support/sdk.js";
import { reply, serve } from "../../support/server.js";

const one = reply(200, { id: "t-1" });

test("a request goes out with method, path, query, headers and cookies where its operation puts them", async () => {
  const server = await serve(reply(200, []));
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

test("parameters that are not given leave no trace: no query, no header, no empty cookie", async () => {
  const server = await serve(reply(200, []));
  valueOf(await thingsList(coreOf(server.url), { projectId: "p", groupRef: undefined, tags: [] }));
  const { url, headers, body } = server.last();
  expect(url).toBe("/projects/p/things");
  expect(headers).not.toHaveProperty("cookie");
  expect(headers).not.toHaveProperty("x-request-tag");
  expect(headers).not.toHaveProperty("content-type");
  expect(body).toBe("");
});

test("a JSON body goes out under its wire names, unknown members included", async () => {
  const server = await serve(reply(201, { id: "t-1" }));
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

test("a body under a member of the request goes out alone", async () => {
  const server = await serve(one);
  const request = { thingId: "t-1", thing: { id: "t-1" } };
  valueOf(await thingsReplace(coreOf(server.url), request));
  expect(server.last()).toMatchObject({ method: "PUT", url: "/things/t-1", body: '{"id":"t-1"}' });
  valueOf(await thingsUpdate(coreOf(server.url), request));
  expect(server.last()).toMatchObject({ method: "PATCH", url: "/things/t-1:change" });
});

test("an operation that answers nothing accepts anything", async () => {
  const server = await serve(reply(204));
  expect(await thingsDelete(coreOf(server.url), { thingId: "t" })).toEqual({
    ok: true,
    value: undefined,
  });
  expect(server.last().headers.accept).toContain("*/*");
});

test("parameters with names that every object inherits are sent only where they are given", async () => {
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

test("a body and a method in fetchOptions, which its type refuses, are not sent", async () => {
  const server = await serve(one);
  const fetchOptions = { method: "POST", body: "mine" } as object;
  valueOf(
    await thingsReplace(coreOf(server.url), { thingId: "t", thing: { id: "t" } }, { fetchOptions }),
  );
  expect(server.last()).toMatchObject({ method: "PUT", body: '{"id":"t"}' });
  const deleting = await serve(reply(204));
  valueOf(await thingsDelete(coreOf(deleting.url), { thingId: "t" }, { fetchOptions }));
  expect(deleting.last()).toMatchObject({ method: "DELETE", body: "" });
});

test("the caller's headers win over the SDK's, and null takes one away", async () => {
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
] as const)("headers are given as %s too", async ([, headers]) => {
  const server = await serve(one);
  valueOf(await thingsGet(coreOf(server.url), { thingId: "t" }, { headers }));
  expect(server.last().headers["x-tag"]).toBe("1");
});

test("userAgent of the client replaces the SDK's own", async () => {
  const server = await serve(one);
  valueOf(await thingsGet(coreOf(server.url, { userAgent: "mine/2" }), { thingId: "t" }));
  expect(server.last().headers["user-agent"]).toBe("mine/2");
});

test("nothing of the caller's is written to", async () => {
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

test("a client is not bound to the options object that it was made of", async () => {
  const server = await serve(one);
  const options = { userAgent: "before" };
  const core = coreOf(server.url, options);
  options.userAgent = "after";
  valueOf(await thingsGet(core, { thingId: "t" }));
  expect(server.last().headers["user-agent"]).toBe("before");
});

test("fetch is looked up at each call, and takes a URL and an init", async () => {
  const original = globalThis.fetch;
  const given: unknown[] = [];
  const core = coreOf("https://api.example.invalid", { httpClient: undefined });
  try {
    globalThis.fetch = async (...args) => {
      given.push(...args);
      return Response.json({ id: "t-1" });
    };
    valueOf(await thingsGet(core, { thingId: "t" }, { fetchOptions: { cache: "no-store" } }));
  } finally {
    globalThis.fetch = original;
  }
  expect(given).toEqual([
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
