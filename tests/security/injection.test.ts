/** A value stays a value: in headers, paths, queries and objects. */
import { afterEach, expect, test } from "vitest";
import {
  type Operation,
  type Parameter,
  type Style,
  type Transport,
  deepObject,
  empty,
  form,
  formJoined,
  header,
  jsonBody,
  jsonValue,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  operation,
  path,
  pipeDelimited,
  query,
  reserved,
  simple,
  simpleExploded,
  spaceDelimited,
  tabDelimited,
} from "../../src/lib/typed.js";
import { object, record, unknown } from "../../src/lib/typed.js";
import {
  type CoreOptions,
  GetThingProblem,
  coreOf,
  errorOf,
  thingsGet,
  valueOf,
} from "../support/sdk.js";
import { inTurn, respondWith, serve } from "../support/server.js";

interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * Sends a value in a parameter (or as the body). Returns what was sent, or the name of the error.
 */
async function sent(
  parameter: Parameter | undefined,
  v: unknown,
  options: CoreOptions = {},
  template = "/files/{v}/end",
): Promise<Sent | string> {
  const call: Operation<{ v: unknown }, void> = operation(() => ({
    id: "call",
    method: "POST",
    path: parameter?.write || !parameter ? "/files" : template,
    request: object<{ v: unknown }>(() => ({ v: unknown })),
    parameters: parameter ? [parameter] : [],
    ...(!parameter && { body: jsonBody("v") }),
    responses: [empty(204)],
  }));
  let out: Sent | undefined;
  // A transport and no fetcher: a `Request` would have normalized what it was given.
  const httpClient: Transport = {
    async send({ url, headers, body }) {
      out = { url, headers, body };
      return new Response(null, { status: 204 });
    },
    createController: () => new AbortController(),
  };
  const result = await call(coreOf("https://a.test/v1", { httpClient, ...options }), { v });
  expect(result.ok).toBe(out !== undefined);
  return out ?? errorOf(result).name;
}

const control = ["a\r\nx-evil: 1", "a\nb", "a\rb", "a\0b", "a\u0001b", "a\u007fb", "a\u2028b"];

test.for(control)("%j is never sent in a header", async (evil) => {
  expect(await sent(header("X-V", "v"), evil)).toBe("InvalidRequestError");
  expect(await sent(header("X-V", "v", simple), [evil, "b"])).toBe("InvalidRequestError");
  expect(await sent(header("X-V", "v", simpleExploded), { [evil]: 1 })).toBe("InvalidRequestError");
  expect(await sent(query("v"), "x", { apiKeyHeader: evil })).toBe("InvalidRequestError");
  expect(await sent(query("v"), "x", { apiKeyHeader: async () => evil })).toBe(
    "InvalidRequestError",
  );
  for (const options of [
    { headers: { "x-v": evil } },
    { headers: { [evil]: "x" } },
    { headers: new Map([["x-v", evil]]) },
    { fetchOptions: { headers: [["x-v", evil]] as [string, string][] } },
    { idempotencyKey: evil },
  ]) {
    const server = await serve(respondWith(200, { id: "t" }));
    const result = await thingsGet(coreOf(server.url), { thingId: "t" }, options);
    expect(errorOf(result).name).toBe("InvalidRequestError");
    expect(server.seen).toEqual([]);
  }
});

test.for(control)("%j in a path or a query stays part of the value", async (evil) => {
  const inPath = await sent(path("v"), evil);
  const inQuery = await sent(query("v"), evil);
  if (typeof inPath === "string" || typeof inQuery === "string") throw new Error("not sent");
  expect(inPath.url).toMatch(/^[!-~]+$/);
  expect(decodeURIComponent(new URL(inPath.url).pathname)).toBe(`/v1/files/${evil}/end`);
  expect([...new URL(inQuery.url).searchParams]).toEqual([["v", evil]]);
});

const inPaths = {
  simple,
  simpleExploded,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  jsonValue,
  reserved: reserved(simple),
  reservedExploded: reserved(simpleExploded),
};
const dots = [
  "..",
  ".",
  "%2e%2e",
  ".%2E",
  "%2e",
  "%252e%252e",
  "..%2f..",
  "..\\..",
  "../..",
  "..;",
  "..;/x",
  "/",
  "//evil.test",
  "?x=1",
  "#x",
  "a/../b",
  "\\",
];
const values = [
  ...dots,
  ...dots.map((dot) => [dot, dot]),
  ...dots.map((dot) => ({ [dot]: dot })),
  ["", ""],
  ["."],
  [".", ""],
];

test.for(Object.entries(inPaths))(
  "no value of a path parameter of style %s leaves its segment",
  async ([, style]) => {
    let kept = 0;
    for (const value of values) {
      for (const template of ["/files/{v}/end", "/files/{v}", "/files/{v}:stop", "/{v}/{v}"]) {
        const out = await sent(path("v", "v", style as Style), value, {}, template);
        if (typeof out === "string") {
          expect(out).toBe("SDKValidationError");
          continue;
        }
        kept++;
        const { pathname, search, hash, host } = new URL(out.url);
        expect([host, search, hash]).toEqual(["a.test", "", ""]);
        // The platform's URL parser changes nothing: no segment is resolved or added.
        expect(`https://a.test${pathname}`).toBe(out.url);
        expect(pathname.split("/")).toHaveLength(2 + template.split("/").length - 1);
      }
    }
    expect(kept).toBeGreaterThan(50);
  },
);

test("a path value that is a dot segment is rejected, and one that only resembles one is sent", async () => {
  for (const value of ["", ".", ".."])
    expect(await sent(path("v"), value)).toBe("SDKValidationError");
  expect(await sent(path("v"), "%2e%2e")).toMatchObject({
    url: "https://a.test/v1/files/%252e%252e/end",
  });
  expect(await sent(path("v"), "..;x")).toMatchObject({
    url: "https://a.test/v1/files/..%3Bx/end",
  });
});

const smuggled = ["a&admin=1", "a#b", "a+b c", "a=b", "a;b", "%26admin=1", "a?b", "a%00", "x[y]=z"];
const inQueries: Readonly<Record<string, Style>> = {
  form,
  formJoined,
  spaceDelimited,
  tabDelimited,
  pipeDelimited,
  jsonValue,
};

test.for(Object.entries(inQueries))(
  "no value in a query of style %s adds a parameter",
  async ([, style]) => {
    for (const value of smuggled) {
      for (const v of [value, [value, value], { v: value }]) {
        const out = await sent(query("v", "v", style), v);
        if (style === spaceDelimited && typeof v === "object" && value.includes(" ")) {
          expect(out).toBe("SDKValidationError"); // it would be two items
          continue;
        }
        if (typeof out === "string") throw new Error(`${value}: ${out}`);
        const { searchParams, hash } = new URL(out.url);
        expect(new Set(searchParams.keys())).toEqual(new Set(["v"]));
        expect(hash).toBe("");
        expect([...searchParams.values()].join("\n")).toContain(value);
      }
    }
  },
);

test("names of members are values too", async () => {
  const evil = { "a&admin": 1, "b=c#": 2 };
  const exploded = await sent(query("v", "v", form), evil);
  const deep = await sent(query("v", "v", deepObject), evil);
  if (typeof exploded === "string" || typeof deep === "string") throw new Error("not sent");
  expect([...new URL(exploded.url).searchParams]).toEqual([
    ["a&admin", "1"],
    ["b=c#", "2"],
  ]);
  expect([...new URL(deep.url).searchParams]).toEqual([
    ["v[a&admin]", "1"],
    ["v[b=c#]", "2"],
  ]);
});

test.for([
  "https://user:word@a.test",
  "https://user@a.test",
  "https://a.test/?key=1",
  "https://a.test/#x",
  "https://a.test?",
  "ftp://a.test",
  "javascript:alert(1)",
  "data:,x",
  "//a.test",
  "a.test",
  "http://a.test",
  "http://a.test/x.localhost",
  "http://127.0.0.1.evil.test",
  "http://localhost.evil.test",
  "http://localhost@evil.test",
])("no key is sent to the server URL %s", async (serverURL) => {
  expect(await sent(query("v"), "x", { serverURL })).toBe("InvalidRequestError");
});

const polluting = '{"__proto__":{"evil":1},"constructor":{"prototype":{"evil":1}}}';
afterEach(() => {
  expect(({} as { evil?: unknown }).evil).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("members named like those of prototypes are sent unchanged", async () => {
  const out = await sent(undefined, JSON.parse(polluting));
  expect(out).toMatchObject({ body: polluting });
  const call: Operation<Record<string, unknown>, void> = operation(() => ({
    id: "call",
    method: "POST",
    path: "/",
    request: record(unknown),
    body: jsonBody(),
    responses: [empty(204)],
  }));
  const server = await serve(respondWith(204));
  valueOf(await call(coreOf(server.url), JSON.parse(polluting)));
  expect(server.last().body).toBe(polluting);
});

test("responses and errors with such members do not change prototypes", async () => {
  const { length } = polluting;
  const server = await serve(
    inTurn(
      (_, response) =>
        void response
          .writeHead(200, { "content-type": "application/json" })
          .end(`{"id":"t","data":${polluting},${polluting.slice(1, length)}`),
      (_, response) =>
        void response
          .writeHead(404, { "content-type": "application/problem+json" })
          .end(
            `{"toString":"x","then":"y","toJSON":"z","stack":"s","name":"n",${polluting.slice(1)}`,
          ),
    ),
  );
  const value = valueOf(await thingsGet(coreOf(server.url), { thingId: "t" }));
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(JSON.stringify(value.data)).toBe(polluting);
  expect(Object.hasOwn(value, "__proto__")).toBe(true);
  const error = errorOf(await thingsGet(coreOf(server.url), { thingId: "t" }));
  expect(error).toBeInstanceOf(GetThingProblem);
  expect(Object.getPrototypeOf(error)).toBe(GetThingProblem.prototype);
  expect([error.name, typeof error.toString, await error]).toEqual([
    "GetThingProblem",
    "function",
    error,
  ]);
  expect(JSON.stringify(error)).toContain('"statusCode":404');
});

test("headers and options named like members of prototypes do not change prototypes", async () => {
  const server = await serve(respondWith(200, { id: "t" }));
  const headers = { constructor: "2", "x-a": "3" };
  const options = JSON.parse('{"__proto__":{"evil":1}}') as CoreOptions;
  const core = coreOf(server.url, options);
  valueOf(await thingsGet(core, { thingId: "t" }, { ...options, headers }));
  expect(server.last().headers).toMatchObject(headers);

  const evil = JSON.parse('{"__proto__":"1"}') as Record<string, string>;
  const rejected = await thingsGet(core, { thingId: "t" }, { headers: evil });
  expect(rejected).toMatchObject({ ok: false, error: { name: "InvalidRequestError" } });
});
