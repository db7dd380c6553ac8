import { expect, test } from "vitest";
import {
  type ResponseSpec,
  type Operation,
  type RequestOptions,
  type SDKError,
  TypedError,
  bytes,
  empty,
  json,
  apiError,
  jsonError,
  operation,
  text,
} from "../../../src/lib/typed.js";
import { nullable, object, optional, string, unknown } from "../../../src/lib/typed.js";
import {
  Thing,
  bytesGet,
  coreOf,
  errorOf,
  textGet,
  thingsGet,
  valueOf,
} from "../../support/sdk.js";
import { type Responder, respondWith, serve } from "../../support/server.js";

class Exact extends TypedError<unknown> {
  override readonly name = "Exact";
}
class Ranged extends TypedError<unknown> {
  override readonly name = "Ranged";
}
class Other extends TypedError<unknown> {
  override readonly name = "Other";
}

async function call(
  specs: ResponseSpec<unknown, SDKError>[],
  responder: Responder,
  options: RequestOptions = {},
) {
  const get: Operation<void, unknown, SDKError> = operation(() => ({
    id: "get",
    method: "GET",
    path: "/",
    responses: specs,
  }));
  const server = await serve(responder);
  return get(coreOf(server.url), undefined, { retries: { strategy: "none" }, ...options });
}

const errors = [
  jsonError("default", Other, unknown),
  jsonError("4XX", Ranged, unknown),
  jsonError(404, Exact, unknown),
] as const;

test.for([
  [404, "Exact"],
  [409, "Ranged"],
  [500, "Other"],
] as const)("status %d is the error that stands nearest to it: %s", async ([status, name]) => {
  const result = await call([json(200, Thing), ...errors], respondWith(status, {}));
  expect(errorOf(result)).toMatchObject({ name, statusCode: status });
});

const problem = "application/problem+json";
test.for<[status: number, media: string, name: string]>([
  [410, "application/json", "APIError"],
  [410, problem, "APIProblem"],
  [410, "text/plain", "APIError"],
  [410, "", "APIError"],
  [409, "application/json", "Ranged"],
  [500, "application/json", "APIError"],
  [503, problem, "APIProblem"],
  [502, "", "APIError"],
  [305, "application/json", "Other"],
])(
  "a declared error without a class does not match a range or the default: %d, %j",
  async ([status, media, name]) => {
    const result = await call(
      [json(200, Thing), apiError("5XX"), apiError(410), ...errors],
      (_, response) => {
        response.writeHead(status, media ? { "content-type": media } : {}).end('{"a":1}');
      },
    );
    expect(errorOf(result)).toMatchObject({ name, statusCode: status });
  },
);

test("a default error is not a success, and a default success is not an error", async () => {
  const specs = [json("default", Thing), jsonError("default", Other, unknown)];
  expect(valueOf(await call(specs, respondWith(202, { id: "t" })))).toEqual({ id: "t" });
  expect(errorOf(await call(specs, respondWith(400, { id: "t" }))).name).toBe("Other");
});

test("an exact success takes precedence over its range", async () => {
  const specs = [
    json(
      "2XX",
      object<{ a: string }>(() => ({ a: string })),
    ),
    empty(204),
    json(201, unknown),
  ];
  expect(valueOf(await call(specs, respondWith(204)))).toBe(undefined);
  expect(valueOf(await call(specs, respondWith(201, [1])))).toEqual([1]);
  expect(valueOf(await call(specs, respondWith(200, { a: "" })))).toEqual({ a: "" });
});

test.for([
  "application/json",
  "application/json; charset=utf-8",
  'Application/JSON;profile="a;b"',
  "application/vnd.api+json; v=1",
  "text/json",
  // Two servers set the header, and the client joins the values.
  "application/json, application/json",
  "application/json; charset=utf-8, application/json; charset=utf-8",
  "application/json;charset='utf-8'",
  'application/json;profile="text/a,text/b"',
])("%s is JSON", async (type) => {
  const result = await call(
    [json(200, Thing)],
    respondWith(200, '{"id":"t"}', { "content-type": type }),
  );
  expect(valueOf(result)).toEqual({ id: "t" });
});

test("a declared media type is matched without parameters and case", async () => {
  const csv = respondWith(200, "a,b", { "content-type": "Text/CSV; header=present" });
  expect(valueOf(await call([json(200, Thing), text(200, "text/csv")], csv))).toBe("a,b");
  expect(valueOf(await call([text(200, "text/*")], csv))).toBe("a,b");
  expect(valueOf(await call([bytes(200, "*/*")], csv))).toEqual(new TextEncoder().encode("a,b"));
});

const bare: Responder = (_, response) => void response.end('{"id":"t"}');

test("a missing Content-Type counts as the declared one", async () => {
  expect(valueOf(await call([json(200, Thing)], bare))).toEqual({ id: "t" });
  expect(valueOf(await call([text(200)], bare))).toBe('{"id":"t"}');
});

test("a 201 counts as the declared 200", async () => {
  expect(valueOf(await call([json(200, Thing)], respondWith(201, { id: "t" })))).toEqual({
    id: "t",
  });
  expect(valueOf(await call([empty(204)], respondWith(200, { id: "t" })))).toBe(undefined);
});

test("an undeclared media type is a ResponseValidationError that shows the type but not the body", async () => {
  const html = respondWith(200, "<html>Sign in</html>", { "content-type": "text/html" });
  const error = errorOf(await call([json(200, Thing)], html));
  expect(error).toMatchObject({
    name: "ResponseValidationError",
    statusCode: 200,
    body: "<html>Sign in</html>",
    rawValue: "<html>Sign in</html>",
  });
  expect(error.message).toContain("text/html");
  const token = respondWith(200, "canary", { "content-type": "text/plain" });
  const other = errorOf(await call([json(200, Thing)], token));
  expect(other.message).not.toContain("canary");
});

test.for([204, 205])("a declared %d has no value", async (status) => {
  const result = await call([json(200, Thing), empty(status)], respondWith(status));
  expect(valueOf(result)).toBe(undefined);
});

test.for([
  ["a 204", 204, undefined],
  ["a 205", 205, undefined],
  ["an empty 200", 200, ""],
] as const)("%s where JSON is declared is a ResponseValidationError", async ([, status, body]) => {
  const error = errorOf(await call([json(200, Thing)], respondWith(status, body)));
  expect(error).toMatchObject({
    name: "ResponseValidationError",
    statusCode: status,
    rawValue: "",
  });
  expect(error.message).toContain("empty body");
});

test("a byte order mark before JSON is skipped", async () => {
  expect(valueOf(await call([json(200, Thing)], respondWith(200, '\uFEFF{"id":"t"}')))).toEqual({
    id: "t",
  });
});

test("in strict mode an invalid value is a ResponseValidationError with what the server sent", async () => {
  const body = { id: 5, create_time: "2024-01-01T00:00:00Z" };
  const strict = { responseValidation: "strict" } as const;
  const error = errorOf(await call([json(200, Thing)], respondWith(200, body), strict));
  expect(error).toMatchObject({ name: "ResponseValidationError", statusCode: 200, rawValue: body });
  expect(error.message).toBe(
    "Response validation failed (200): id: expected string, received number",
  );
});

test("unknown members are kept", async () => {
  const result = await call(
    [json(200, Thing)],
    respondWith(200, { id: "t", status: "paused", create_time: null, more: { a: 1 } }),
  );
  expect(valueOf(result)).toEqual({ id: "t", status: "paused", more: { a: 1 } });
});

test("a declared null is a value", async () => {
  const schema = nullable(object<{ a?: string | undefined }>(() => ({ a: optional(string) })));
  expect(valueOf(await call([json(200, schema)], respondWith(200, "null")))).toBe(null);
});

test("text and binary bodies are returned unchanged", async () => {
  const bytes = Buffer.from([0, 255, 1, 0xef, 0xbb, 0xbf]);
  const server = await serve(({ url }, response) => {
    if (url === "/text") response.setHeader("content-type", "text/plain; charset=utf-8").end("ü\n");
    else response.setHeader("content-type", "application/octet-stream").end(bytes);
  });
  const core = coreOf(server.url);
  expect(valueOf(await textGet(core))).toBe("ü\n");
  expect(valueOf(await bytesGet(core))).toEqual(new Uint8Array(bytes));
});

test("an undeclared redirect without a location and a 304 are APIErrors", async () => {
  for (const status of [300, 302, 304]) {
    expect(errorOf(await call([json(200, Thing)], respondWith(status)))).toMatchObject({
      name: "APIError",
      statusCode: status,
    });
  }
});

test("a compressed body is decompressed", async () => {
  const { gzipSync } = await import("node:zlib");
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(gzipSync('{"id":"t"}'));
  });
  expect(valueOf(await thingsGet(coreOf(server.url), { thingId: "t" }))).toEqual({ id: "t" });
});
