import { expect, test } from "vitest";
import { type Call, type Middleware, ok } from "../../../src/lib/index.js";
import { coreOf, errorOf, thingsCreate, thingsGet, valueOf } from "../../support/sdk.js";
import { inTurn, respondWith, serve } from "../../support/server.js";
import { hookable } from "../../support/transports.js";

const one = respondWith(200, { id: "t" });
const request = { thingId: "t" };

test("the first middleware is the outermost", async () => {
  const ran: string[] = [];
  const named =
    (name: string): Middleware =>
    (next) =>
    async (call) => {
      ran.push(`${name} before`);
      const result = await next(call);
      ran.push(`${name} after`);
      return result;
    };
  const httpClient = hookable().addHook("beforeRequest", () => void ran.push("hook"));
  const server = await serve(one);
  const core = coreOf(server.url, { httpClient, middleware: [named("a"), named("b")] });
  valueOf(await thingsGet(core, request));
  expect(ran).toEqual(["a before", "b before", "hook", "b after", "a after"]);
});

test("middleware receives the call as it will be sent, once per attempt", async () => {
  const calls: Call[] = [];
  const note: Middleware = (next) => (call) => {
    calls.push(call);
    return next(call);
  };
  const server = await serve(inTurn(respondWith(503), one));
  valueOf(await thingsGet(coreOf(server.url, { middleware: [note], apiKeyHeader: "k" }), request));
  expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect(calls[0]).toMatchObject({
    operationId: "getThing",
    method: "GET",
    url: `${server.url}/things/t`,
    headers: { "x-api-key": "k" },
    body: undefined,
    signal: expect.any(AbortSignal),
  });
});

test("middleware is composed once per client", async () => {
  let made = 0;
  const counting: Middleware = (next) => (made++, next);
  const server = await serve(one);
  const core = coreOf(server.url, { middleware: [counting] });
  for (let i = 0; i < 3; i++) valueOf(await thingsGet(core, request));
  expect(made).toBe(1);
});

const change: Middleware = (next) => (call) =>
  next({
    ...call,
    method: "PUT",
    url: `${call.url}?changed`,
    headers: { ...call.headers, "x-tenant": "acme" },
    body: '{"id":"changed"}',
  });

test("middleware can change the URL, method, headers and body of a call", async () => {
  const server = await serve(respondWith(201, { id: "t" }));
  valueOf(await thingsCreate(coreOf(server.url, { middleware: [change] }), { id: "t" }));
  expect(server.last()).toMatchObject({
    method: "PUT",
    url: "/things?changed",
    body: '{"id":"changed"}',
    headers: { "x-tenant": "acme" },
  });
});

const respondingWith = (body: unknown) => {
  const cached: Middleware = () => async () => ok(Response.json(body));
  return coreOf("https://nobody.invalid", { middleware: [cached] });
};

test("middleware can return a response of its own, which is validated like any other", async () => {
  expect(valueOf(await thingsGet(respondingWith({ id: "cached" }), request))).toEqual({
    id: "cached",
  });
  expect(errorOf(await thingsGet(respondingWith([]), request)).name).toBe(
    "ResponseValidationError",
  );
});

const twice: Middleware = (next) => async (call) => {
  const first = await next(call);
  if (!first.ok || first.value.status !== 401) return first;
  await first.value.body?.cancel();
  return next({ ...call, headers: { ...call.headers, "x-api-key": "fresh" } });
};

test("middleware can call next again", async () => {
  const server = await serve(inTurn(respondWith(401), one));
  valueOf(await thingsGet(coreOf(server.url, { middleware: [twice] }), request));
  expect(server.seen.map(({ headers }) => headers["x-api-key"] === "fresh")).toEqual([false, true]);
});

test("middleware receives any status as a response, and a broken connection as an error", async () => {
  const seen: unknown[] = [];
  const note: Middleware = (next) => async (call) => {
    const result = await next(call);
    seen.push(result.ok ? result.value.status : result.error.name);
    return result;
  };
  const server = await serve(respondWith(400));
  await thingsGet(coreOf(server.url, { middleware: [note] }), request);
  await thingsGet(coreOf("https://nobody.invalid", { middleware: [note] }), request, {
    retries: { strategy: "none" },
  });
  expect(seen).toEqual([400, "ConnectionError"]);
});

const spoil: Middleware = (next) => (call) => next({ ...call, url: "nowhere" });

test("a call that middleware makes invalid is an InvalidRequestError", async () => {
  const error = errorOf(await thingsGet(coreOf("https://h", { middleware: [spoil] }), request));
  expect(error.name).toBe("InvalidRequestError");
});
