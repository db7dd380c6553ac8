/** What becomes of 2xx responses that do not fit their schema: `responseValidation`. */
import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  type Issue,
  type OnResponseIssues,
  type Operation,
  type RequestOptions,
  type ResponseSpec,
  ResponseValidationError,
  bytes,
  empty,
  json,
  jsonBody,
  operation,
  pagedOperation,
  byCursor,
  text,
} from "../../../src/lib/typed.js";
import {
  array,
  as,
  dateTime,
  object,
  optional,
  type Schema,
  string,
  lazy,
} from "../../../src/lib/typed.js";
import {
  Thing,
  coreOf,
  errorOf,
  textGet,
  thingsCreate,
  thingsGet,
  thingsList,
  valueOf,
} from "../../support/sdk.js";
import { type Responder, inTurn, respondWith, serve } from "../../support/server.js";

const created = "2024-01-02T03:04:05.000Z";
const strict = { responseValidation: "strict" } as const;
const one = { thingId: "t" };

function getOf(
  specs: ResponseSpec<unknown, never>[],
  method: "GET" | "POST" = "GET",
): Operation<void, unknown, never> {
  return operation(() => ({ id: "get", method, path: "/", responses: specs }));
}

/** Responds to one call with a spec, and returns the result. */
async function call(
  spec: ResponseSpec<unknown, never>,
  responder: Responder,
  options: RequestOptions = {},
) {
  const server = await serve(responder);
  const result = await getOf([spec])(coreOf(server.url), undefined, options);
  return { result, server };
}

test("by default, what fits is decoded and everything else is kept as it came", async () => {
  const body = { id: 5, status: "paused", create_time: created, data: null, more: { a: [1] } };
  const server = await serve(respondWith(200, body));
  const value = valueOf(await thingsGet(coreOf(server.url), one));
  expect(value).toEqual({
    id: 5,
    status: "paused",
    createTime: new Date(created),
    data: null,
    more: { a: [1] },
  });
});

test("a POST that succeeded is not a failure because of a part of its body", async () => {
  const server = await serve(respondWith(201, { create_time: "soon" }));
  const result = await thingsCreate(coreOf(server.url), { id: "t" });
  expect(valueOf(result)).toEqual({ createTime: "soon" });
  expect(server.seen).toHaveLength(1);
});

test.for<[name: string, client: RequestOptions, options: RequestOptions, isStrict: boolean]>([
  ["neither", {}, {}, false],
  ["the client", strict, {}, true],
  ["the call", {}, strict, true],
  ["the call over the client", strict, { responseValidation: "lenient" }, false],
  ["the call over the client", { responseValidation: "lenient" }, strict, true],
  ["a call without it", strict, { responseValidation: undefined }, true],
])("responseValidation is set by %s", async ([, client, options, isStrict]) => {
  const server = await serve(respondWith(200, { id: 5 }));
  const result = await thingsGet(coreOf(server.url, { ...client }), one, options);
  if (isStrict) expect(errorOf(result).name).toBe("ResponseValidationError");
  else expect(valueOf(result)).toEqual({ id: 5 });
});

test("in strict mode any part that does not fit is an error with status and body", async () => {
  const sent = `{"id":5, "create_time":"${created}"}`;
  const { result, server } = await call(json(200, Thing), respondWith(200, sent), strict);
  const error = errorOf(result);
  if (!(error instanceof ResponseValidationError)) return expect.unreachable();
  expect(error).toMatchObject({
    statusCode: 200,
    body: sent,
    rawValue: JSON.parse(sent) as unknown,
    issues: [{ path: ["id"], message: "expected string, received number" }],
  });
  expect(error.message).toBe(
    "Response validation failed (200): id: expected string, received number",
  );
  expect(server.seen).toHaveLength(1);
});

test("unknown members and enum values are kept in strict mode too", async () => {
  const sent = { id: "t", status: "paused", create_time: null, more: [null] };
  const { result } = await call(json(200, Thing), respondWith(200, sent), strict);
  expect(valueOf(result)).toEqual({ id: "t", status: "paused", more: [null] });
});

const html = { "content-type": "text/html; charset=utf-8" };
const Deep: Schema<{ in?: unknown }> = object<{ in?: unknown }>(() => ({
  in: optional(lazy(() => Deep)),
}));

test.for<
  [
    what: string,
    spec: ResponseSpec<unknown, never>,
    responder: Responder,
    message: string,
    rawValue?: unknown,
  ]
>([
  [
    "no JSON",
    json(200, Thing),
    respondWith(200, "<p>", { "content-type": "application/json" }),
    "expected valid JSON",
    "<p>",
  ],
  [
    "JSON that is cut",
    json(200, Thing),
    respondWith(200, '{"id":', { "content-type": "application/json" }),
    "expected valid JSON",
    '{"id":',
  ],
  ["no body", json(200, Thing), respondWith(200, ""), "expected JSON, received an empty body", ""],
  [
    "an array for an object",
    json(200, Thing),
    respondWith(200, []),
    "expected object, received array",
    [],
  ],
  [
    "null for an object",
    json(200, Thing),
    respondWith(200, "null"),
    "expected object, received null",
    null,
  ],
  [
    "an object for an array",
    json(200, array(Thing)),
    respondWith(200, {}),
    "expected array, received object",
    {},
  ],
  [
    "a scalar for an array",
    json(200, array(Thing)),
    respondWith(200, "7"),
    "expected array, received number",
    7,
  ],
  [
    "an object for a scalar",
    json(200, string),
    respondWith(200, {}),
    "expected string, received object",
    {},
  ],
  [
    "a content type that is not declared",
    json(200, Thing),
    respondWith(200, "<p>", html),
    'undeclared content type "text/html; charset=utf-8"',
    "<p>",
  ],
  [
    "text for JSON",
    json(200, Thing),
    respondWith(200, '{"id":"t"}', { "content-type": "text/plain" }),
    'undeclared content type "text/plain"',
    '{"id":"t"}',
  ],
  [
    "JSON for text",
    text(200),
    respondWith(200, {}),
    'undeclared content type "application/json"',
    "{}",
  ],
  [
    "a problem document",
    json(200, Thing),
    respondWith(200, { id: "t" }, { "content-type": "application/problem+json" }),
    'undeclared content type "application/problem+json"',
    '{"id":"t"}',
  ],
  [
    "a 206 that nobody asked for",
    json(200, Thing),
    respondWith(206, { id: "t" }),
    "unrequested partial content",
    '{"id":"t"}',
  ],
  [
    "a 206 of text",
    text(200),
    respondWith(206, "par", { "content-type": "text/plain" }),
    "unrequested partial content",
    "par",
  ],
])(
  "unusable in both modes, and never retried: %s",
  async ([, spec, responder, message, rawValue]) => {
    for (const options of [{}, strict]) {
      const { result, server } = await call(spec, responder, options);
      const error = errorOf(result);
      if (!(error instanceof ResponseValidationError)) return expect.unreachable();
      expect(error.message).toMatch(/^Response validation failed \(20[06]\): /);
      expect(error.message).toContain(message);
      expect(error.rawValue).toEqual(rawValue);
      expect(error.body).toBe(typeof rawValue === "string" ? rawValue : JSON.stringify(rawValue));
      expect([200, 206]).toContain(error.statusCode);
      expect(server.seen).toHaveLength(1);
    }
  },
);

test("a scalar of another type is kept", async () => {
  const { result } = await call(json(200, string), respondWith(200, "7"));
  expect(valueOf(result)).toBe(7);
  const { result: refused } = await call(json(200, string), respondWith(200, "7"), strict);
  expect(errorOf(refused)).toMatchObject({ name: "ResponseValidationError", body: "7" });
});

test.for<[what: string, spec: ResponseSpec<unknown, never>, options: RequestOptions]>([
  ["requested by a header", json(200, Thing), { headers: { Range: "bytes=0-9" } }],
  [
    "requested by fetchOptions",
    json(200, Thing),
    { fetchOptions: { headers: { range: "bytes=0-" } } },
  ],
  ["declared", json(206, Thing), {}],
  ["without a declared body", empty(204), {}],
])("a 206 is a success if it is %s", async ([, spec, options]) => {
  const { result } = await call(spec, respondWith(206, { id: "t" }), options);
  expect(result.ok).toBe(true);
});

const partial: Responder = (_, response) =>
  void response.writeHead(206, { "content-type": "application/octet-stream" }).end("par");

test("a 206 of bytes that nobody asked for is an error without the bytes", async () => {
  const { result } = await call(bytes(200), partial);
  expect(errorOf(result)).toMatchObject({
    name: "ResponseValidationError",
    statusCode: 206,
    body: "",
  });
});

test("JSON that is nested too deeply for its schema is kept as it came", async () => {
  const depth = 50_000;
  const sent = `${'{"in":'.repeat(depth)}{}${"}".repeat(depth)}`;
  const { result } = await call(json(200, Deep), respondWith(200, sent));
  let value = valueOf(result) as { in?: { in?: never } };
  for (let level = 0; level < depth; level++) value = value.in ?? expect.unreachable();
  expect(value).toEqual({});
  const { result: refused } = await call(json(200, Deep), respondWith(200, sent), strict);
  expect(errorOf(refused).name).toBe("ResponseValidationError");
});

test("the body of an error is a string of at most 65,536 characters, and is not shown", async () => {
  const secret = "canary-in-the-body";
  const long = `{"id":["${secret}"],"more":"${"x".repeat(100_000)}"}`;
  const { result } = await call(json(200, Thing), respondWith(200, long), strict);
  const error = errorOf(result) as ResponseValidationError;
  expect(error.body).toBe(long.slice(0, 65_536));
  for (const shown of [
    inspect(error, { depth: 9 }),
    JSON.stringify(error),
    error.stack,
    error.pretty(),
  ])
    expect(shown).not.toContain(secret);
});

test("a response that is too large has its beginning as body", async () => {
  const sent = `{"id":"${"x".repeat(100_000)}"}`;
  const { result } = await call(json(200, Thing), respondWith(200, sent), {
    maxResponseBytes: 1000,
  });
  const error = errorOf(result);
  expect(error).toMatchObject({ name: "ResponseValidationError", statusCode: 200 });
  const { body } = error as ResponseValidationError;
  expect(body.length).toBeGreaterThan(0);
  expect(sent.startsWith(body)).toBe(true);
});

/** Collects what is reported. */
function collector() {
  const reports: [paths: string[], operationId: string, statusCode: number][] = [];
  const onResponseIssues: OnResponseIssues = (issues, { operationId, statusCode }) => {
    reports.push([issues.map(({ path }) => path.join(".")), operationId, statusCode]);
  };
  return { reports, onResponseIssues };
}

test("onResponseIssues receives the issues of each response, with the operation and the status", async () => {
  const list = Array.from({ length: 1000 }, (_, i): Record<string, unknown> => ({
    id: `t-${i}`,
    create_time: created,
  }));
  list[1]!["id"] = null;
  delete list[20]!["id"];
  list[300]!["create_time"] = 5;
  const server = await serve(respondWith(200, list));
  const { reports, onResponseIssues } = collector();
  const things = valueOf(
    await thingsList(coreOf(server.url, { onResponseIssues }), { projectId: "p" }),
  );
  expect(things).toHaveLength(1000);
  expect(reports).toEqual([[["1.id", "20.id", "300.create_time"], "listThings", 200]]);
});

test("onResponseIssues of the call takes precedence, and is not called if everything fits", async () => {
  const server = await serve(inTurn(respondWith(200, { id: 1 }), respondWith(200, { id: "t" })));
  const [client, own] = [collector(), collector()];
  const core = coreOf(server.url, client);
  await thingsGet(core, one, own);
  await thingsGet(core, one, own);
  expect(client.reports).toEqual([]);
  expect(own.reports).toEqual([[["id"], "getThing", 200]]);
});

test("onResponseIssues is not called for an error, which has the issues itself", async () => {
  const server = await serve(respondWith(200, { id: 1 }));
  const { reports, onResponseIssues } = collector();
  await thingsGet(coreOf(server.url, { onResponseIssues }), one, strict);
  expect(reports).toEqual([]);
});

test.for<[what: string, handler: unknown]>([
  [
    "throws",
    () => {
      throw new Error("boom");
    },
  ],
  ["rejects", () => Promise.reject(new Error("boom"))],
  ["never settles", () => new Promise(() => {})],
  ["is not a function", "soon"],
])("an onResponseIssues that %s has no effect on the call", async ([, handler]) => {
  const server = await serve(respondWith(200, { id: 1 }));
  const onResponseIssues = handler as OnResponseIssues;
  expect(valueOf(await thingsGet(coreOf(server.url, { onResponseIssues }), one))).toEqual({
    id: 1,
  });
});

test("the issues are logged in one line without values", async () => {
  const server = await serve(respondWith(200, { id: ["canary"], create_time: "canary" }));
  const lines: string[] = [];
  const push = (line?: unknown): void => void lines.push(String(line));
  const debugLogger = { group: push, groupEnd: () => {}, log: push };
  await thingsGet(coreOf(server.url, { debugLogger }), one);
  expect(lines.at(-1)).toBe(
    "! getThing (200): response issues (2): id: expected string, received array; create_time: expected date-time, received string",
  );
  expect(lines.join("\n")).not.toContain("canary");
});

function throwing(): never {
  throw new Error("boom");
}

test("a logger that throws has no effect on the call", async () => {
  const server = await serve(respondWith(200, { id: 1 }));
  const debugLogger = { group: throwing, groupEnd: throwing, log: throwing };
  expect((await thingsGet(coreOf(server.url, { debugLogger }), one)).ok).toBe(true);
});

test("$inspect returns the issues", async () => {
  const server = await serve(inTurn(respondWith(200, { id: 1 }), respondWith(200, { id: "t" })));
  const core = coreOf(server.url);
  const [, first] = await thingsGet(core, one).$inspect();
  expect(first.issues.map(({ path, message }: Issue) => [path, message])).toEqual([
    [["id"], "expected string, received number"],
  ]);
  const [, second] = await thingsGet(core, one).$inspect();
  expect(second.issues).toEqual([]);
  const [, unsent] = await thingsGet(core, { thingId: "." }).$inspect();
  expect(unsent.issues).toEqual([]);
});

test("each page of a list reports its own issues, and the list goes on", async () => {
  const Page = object<{ items: Thing[]; next?: string | undefined }>(() => ({
    items: array(Thing),
    next: optional(string),
  }));
  const Cursor = object<{ cursor?: string | undefined }>(() => ({ cursor: optional(string) }));
  const list = pagedOperation<{ cursor?: string | undefined }, { items: Thing[] }, Thing>(() => ({
    id: "list",
    method: "GET",
    path: "/",
    request: Cursor,
    responses: [json(200, Page)],
    pages: byCursor({ cursor: "cursor", next: "next", results: "items" }),
  }));
  const server = await serve(
    inTurn(
      respondWith(200, { items: [{ id: 1 }, null], next: "b" }),
      respondWith(200, { items: [{ id: "t" }, { id: null }], next: null }),
    ),
  );
  const { reports, onResponseIssues } = collector();
  const items: unknown[] = [];
  for await (const item of list(coreOf(server.url), {}, { onResponseIssues }).items())
    items.push(valueOf(item));
  expect(items).toEqual([{ id: 1 }, null, { id: "t" }, { id: null }]);
  expect(reports).toEqual([
    [["items.0.id", "items.1"], "list", 200],
    [["items.1.id"], "list", 200],
  ]);
});

test("text and empty bodies have no issues", async () => {
  const server = await serve(respondWith(200, "plain", { "content-type": "text/plain" }));
  const [result, { issues }] = await textGet(coreOf(server.url)).$inspect();
  expect([valueOf(result), issues]).toEqual(["plain", []]);
});

test("a declared error keeps what fits of its body, decoded", async () => {
  const { TypedError, jsonError } = await import("../../../src/lib/index.js");
  class Failed extends TypedError<unknown> {
    override readonly name = "Failed";
  }
  const Body = object<{ failedAt: Date; code: string }>(() => ({
    failedAt: as("failed_at", dateTime),
    code: string,
  }));
  const fail: Operation<void, void, Failed> = operation(() => ({
    id: "fail",
    method: "POST",
    path: "/",
    body: jsonBody(),
    responses: [empty(204), jsonError(400, Failed, Body)],
  }));
  const server = await serve(respondWith(400, { failed_at: created, code: 7 }));
  const error = errorOf(await fail(coreOf(server.url), undefined));
  expect(error).toMatchObject({ name: "Failed", data$: { failedAt: new Date(created), code: 7 } });
});
