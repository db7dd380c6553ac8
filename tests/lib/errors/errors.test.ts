import { expect, test } from "vitest";
import {
  APIError,
  APIProblem,
  type Operation,
  SDKError,
  SDKValidationError,
  UnsupportedOperationError,
  json,
  jsonError,
  operation,
  unwrap,
} from "../../../src/lib/typed.js";
import {
  GetThingProblem,
  Thing,
  ThingProblem,
  coreOf,
  errorOf,
  thingsCreate,
  thingsGet,
} from "../../support/sdk.js";
import { type Responder, respondWith, serve } from "../../support/server.js";

const PROBLEM = { "content-type": "application/problem+json" };

async function failing(responder: Responder) {
  const server = await serve(responder);
  return errorOf(await thingsGet(coreOf(server.url), { thingId: "t" }));
}

test("a declared error is an instance of its class, with the members of its body", async () => {
  const body = {
    title: "Not there",
    detail: "There is no thing t",
    thing_id: "t",
    retryable: false,
    status: 404,
    name: "server's name",
    more: { a: 1 },
  };
  const error = await failing(respondWith(404, body, { ...PROBLEM, "x-request-id": "r-1" }));
  if (error.name !== "GetThingProblem") throw error;
  expect(error).toBeInstanceOf(GetThingProblem);
  expect(error).toBeInstanceOf(SDKError);
  expect(error).toBeInstanceOf(Error);
  expect(error.message).toContain("404 Not Found");
  expect(error.message).toContain("There is no thing t");
  expect(error).toMatchObject({
    statusCode: 404,
    contentType: "application/problem+json",
    requestId: "r-1",
    title: "Not there",
    detail: "There is no thing t",
    thingId: "t",
    retryable: false,
    more: { a: 1 },
  });
  expect(error.headers.get("x-request-id")).toBe("r-1");
  expect(JSON.parse(error.body)).toEqual(body);
  expect(error.data$).toEqual({
    title: "Not there",
    detail: "There is no thing t",
    thingId: "t",
    retryable: false,
    status: 404,
    name: "server's name",
    more: { a: 1 },
  });
  expect(error.rawResponse.status).toBe(404);
});

test.for([
  ["a member of another type", { title: 5, detail: "d" }, { detail: "d", title: 5 }],
  ["a list", [1, 2], {}],
  ["a string", '"gone"', {}],
  ["null", "null", {}],
  ["no JSON", "<html>", {}],
  ["nothing", "", {}],
] as const)("a declared error whose body is %s keeps its class", async ([, body, members]) => {
  const error = await failing(respondWith(404, body, PROBLEM));
  expect(error).toBeInstanceOf(GetThingProblem);
  expect(error).toMatchObject({ name: "GetThingProblem", statusCode: 404, ...members });
  expect(error.message).toMatch(/^404 Not Found/);
});

test("a declared status with another media type is an APIError", async () => {
  const error = await failing(respondWith(404, "nope", { "content-type": "text/plain" }));
  expect(error).toBeInstanceOf(APIError);
  expect(error).toMatchObject({ name: "APIError", body: "nope", message: "404 Not Found: nope" });
});

test("an undeclared problem document is an APIProblem with the members of RFC 9457", async () => {
  const body = {
    type: "about:blank",
    title: "T",
    status: 400,
    detail: "D",
    instance: "/i",
    causes: ["c"],
  };
  const error = await failing(respondWith(400, body, PROBLEM));
  expect(error).toBeInstanceOf(APIProblem);
  expect(error).toMatchObject({ name: "APIProblem", statusCode: 400, ...body, data$: body });
  const odd = await failing(respondWith(400, "[]", PROBLEM));
  expect(odd).toMatchObject({ name: "APIProblem", statusCode: 400, data$: {} });
});

test.for([
  ["declared", 404, { title: "Not there" }, PROBLEM, GetThingProblem],
  ["an undeclared problem", 400, { title: "T" }, PROBLEM, APIProblem],
  ["anything else", 418, "short and stout", { "content-type": "text/plain" }, APIError],
] as const)("APIError is the base class: %s", async ([, status, body, headers, type]) => {
  const error = await failing(respondWith(status, body, headers));
  expect(error).toBeInstanceOf(APIError);
  expect(error).toBeInstanceOf(type);
  expect(error.name).toBe(type.name);
});

test("any other error response is an APIError", async () => {
  const error = await failing(respondWith(418, { error: { message: "short and stout" } }));
  expect(error).toMatchObject({
    name: "APIError",
    statusCode: 418,
    contentType: "application/json",
    body: '{"error":{"message":"short and stout"}}',
    message: "418 I'm a Teapot: short and stout",
  });
});

test.for([
  [{ detail: "D", remedy: "R" }, "400 Bad Request: D - R"],
  [{ causes: ["C1", "C2"], detail: "D", remedy: "R" }, "400 Bad Request: C1; C2 - R"],
  [{ error: { code: "missing_field", message: "M" } }, "400 Bad Request: M"],
  [{ error: { code: "missing_field" } }, "400 Bad Request: missing_field"],
  [{ error: "E", correlationId: "c" }, "400 Bad Request: E"],
  [{ errors: [{ name: "id", detail: "too long" }] }, "400 Bad Request: id: too long"],
  [{ message: "", title: "T" }, "400 Bad Request: T"],
  [{ nothing: "known" }, '400 Bad Request: {"nothing":"known"}'],
  ["<!doctype html>", "400 Bad Request: not JSON (see error.body)"],
  [undefined, "400 Bad Request"],
] as const)("the message contains the server's explanation: %j", async ([body, message]) => {
  expect((await failing(respondWith(400, body))).message).toBe(message);
});

test.for([
  [{ requestId: "a" }, { "x-request-id": "b" }, "a"],
  [{ correlationId: "a" }, {}, "a"],
  [{}, { "x-request-id": "b" }, "b"],
  [{}, { "request-id": "c" }, "c"],
  [{}, {}, undefined],
] as const)("requestId is found in %j and %j", async ([body, headers, requestId]) => {
  expect(await failing(respondWith(400, body, headers))).toMatchObject({ requestId });
});

test("a huge body is truncated in the error, and more so in its message", async () => {
  const error = await failing(respondWith(400, { detail: "x".repeat(200_000) }));
  expect(error).toMatchObject({ name: "APIError", body: expect.stringMatching(/^.{65536}$/) });
  expect(error.message.length).toBeLessThan(1200);
});

test("a declared error keeps its class if its body is nested too deeply", async () => {
  const nested = '{"error":'.repeat(50_000) + '"deep"' + "}".repeat(50_000);
  expect(await failing(respondWith(400, nested))).toMatchObject({
    name: "APIError",
    statusCode: 400,
  });
  expect(await failing(respondWith(404, nested, PROBLEM))).toMatchObject({
    name: "GetThingProblem",
  });
});

test("an invalid request is an SDKValidationError, and nothing is sent", async () => {
  const server = await serve(respondWith(200, {}));
  const request = { id: 5, createTime: "2024" };
  const error = errorOf(await thingsCreate(coreOf(server.url), request as never));
  if (error.name !== "SDKValidationError") throw error;
  expect(error).toBeInstanceOf(SDKValidationError);
  expect(error.rawValue).toBe(request);
  expect(error.message).toBe(
    "Request validation failed: id: expected string, received number; createTime: expected Date, received string",
  );
  expect(error.pretty()).toBe(
    "SDKValidationError:\n  id: expected string, received number\n  createTime: expected Date, received string",
  );
  expect(error.cause).toBe(error.issues);
  expect(server.seen).toEqual([]);
});

test("a 2xx body that is not JSON is a ResponseValidationError with the parser's error as its cause", async () => {
  const error = await failing(respondWith(200, '{"id":'));
  if (error.name !== "ResponseValidationError") throw error;
  expect(error).toMatchObject({ statusCode: 200, rawValue: '{"id":' });
  expect(error.cause).toBeInstanceOf(SyntaxError);
  expect(error.pretty()).toBe("ResponseValidationError:\n  expected valid JSON");
});

test("a switch over error names is exhaustive", async () => {
  const error = await failing(respondWith(500));
  switch (error.name) {
    case "APIError":
    case "APIProblem":
    case "ConnectionError":
    case "GetThingProblem":
    case "InvalidRequestError":
    case "RequestAbortedError":
    case "RequestTimeoutError":
    case "ResponseValidationError":
    case "SDKValidationError":
    case "UnexpectedClientError":
      expect(error.name).toBe("APIError");
      break;
    default:
      error satisfies never;
  }
});

test("two operations can share an error class", async () => {
  const other: Operation<void, Thing, GetThingProblem> = operation(() => ({
    id: "other",
    method: "GET",
    path: "/",
    responses: [json(200, Thing), jsonError(409, GetThingProblem, ThingProblem)],
  }));
  const server = await serve(respondWith(409, { title: "T" }));
  expect(errorOf(await other(coreOf(server.url)))).toBeInstanceOf(GetThingProblem);
});

test("unwrap throws the error of the result", async () => {
  const server = await serve(respondWith(500));
  const promised = unwrap(thingsCreate(coreOf(server.url), { id: "t" }));
  await expect(promised).rejects.toBeInstanceOf(APIError);
});

test("an UnsupportedOperationError names the operation and the platform", () => {
  const error = new UnsupportedOperationError("nango", "unlink", "delete the connection instead");
  expect(error).toMatchObject({
    name: "UnsupportedOperationError",
    platform: "nango",
    operation: "unlink",
    message: 'nango does not support "unlink": delete the connection instead',
  });
});

test("an error as JSON has its message and its visible members", async () => {
  const error = await failing(respondWith(404, { title: "Not there", more: { a: 1 } }, PROBLEM));
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "GetThingProblem",
    retryable: false,
    kind: "notFound",
    message: "404 Not Found: Not there",
    statusCode: 404,
    contentType: "application/problem+json",
    title: "Not there",
  });
});
