import { expect, test, vi } from "vitest";
import {
  type CallMiddleware,
  type OperationCall,
  type Operation,
  byCursor,
  json,
  ok,
  operation,
  pagedOperation,
  query,
} from "../../../src/lib/typed.js";
import { type Schema, object, optional, string, unknown } from "../../../src/lib/typed.js";
import { coreOf, errorOf, thingsCreate, thingsGet, valueOf } from "../../support/sdk.js";
import { inTurn, respondWith, serve } from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";

expectNothingUnhandled();

const one = respondWith(200, { id: "t", create_time: "2026-01-02T03:04:05Z" });
const request = { thingId: "t" };

/** Middleware that records the calls it sees. */
function recorder(calls: OperationCall[]): CallMiddleware {
  return (next) => (call) => {
    calls.push(call);
    return next(call);
  };
}

test("call middleware sees the request before it is encoded and the value after it is decoded", async () => {
  const server = await serve(one);
  const seen: unknown[] = [];
  const callMiddleware: CallMiddleware[] = [
    (next) => async (call) => {
      const { id, method, path, idempotent } = call.operation;
      seen.push({ id, method, path, idempotent }, call.request, call.options);
      const result = await next(call);
      seen.push(result);
      return result;
    },
  ];
  const options = { timeoutMs: 5000 };
  valueOf(await thingsGet(coreOf(server.url, { callMiddleware }), request, options));
  expect(seen).toEqual([
    { id: "getThing", method: "GET", path: "/things/{thingId}", idempotent: true },
    request,
    options,
    ok({ id: "t", createTime: new Date("2026-01-02T03:04:05Z") }),
  ]);
});

test("call middleware runs once for a call that is retried", async () => {
  const calls: OperationCall[] = [];
  const server = await serve(inTurn(respondWith(503), respondWith(503), one));
  valueOf(await thingsGet(coreOf(server.url, { callMiddleware: [recorder(calls)] }), request));
  expect(calls).toHaveLength(1);
  expect(server.seen).toHaveLength(3);
});

test("the first call middleware is the outermost, and attempt middleware runs inside of all", async () => {
  const ran: string[] = [];
  const named =
    (name: string): CallMiddleware =>
    (next) =>
    async (call) => {
      ran.push(`${name} before`);
      const result = await next(call);
      ran.push(`${name} after`);
      return result;
    };
  const server = await serve(one);
  const core = coreOf(server.url, {
    callMiddleware: [named("a"), named("b")],
    middleware: [(next) => (call) => (ran.push("attempt"), next(call))],
  });
  valueOf(await thingsGet(core, request));
  expect(ran).toEqual(["a before", "b before", "attempt", "b after", "a after"]);
});

test("call middleware is composed once per client, so that it can keep state", async () => {
  let composed = 0;
  const callMiddleware: CallMiddleware[] = [(next) => (composed++, next)];
  const server = await serve(one);
  const core = coreOf(server.url, { callMiddleware });
  for (let i = 0; i < 3; i++) valueOf(await thingsGet(core, request));
  valueOf(await thingsCreate(core, { id: "t" }).then(() => thingsGet(core, request)));
  expect(composed).toBe(1);
});

test("call middleware may return without next, and nothing is sent", async () => {
  const server = await serve(one);
  const value = { id: "from the cache" };
  const core = coreOf(server.url, { callMiddleware: [() => async () => ok(value)] });
  const [result, { request: sent, response }] = await thingsGet(core, request).$inspect();
  expect([result, sent, response]).toEqual([ok(value), undefined, undefined]);
  expect(server.seen).toEqual([]);
});

test("call middleware may change the request and the options", async () => {
  const server = await serve(one);
  const callMiddleware: CallMiddleware[] = [
    (next) => (call) =>
      next({
        ...call,
        request: { thingId: "other" },
        options: { ...call.options, headers: { "x-tenant": "acme" } },
      }),
  ];
  valueOf(await thingsGet(coreOf(server.url, { callMiddleware }), request));
  expect(server.last()).toMatchObject({ url: "/things/other", headers: { "x-tenant": "acme" } });
});

const again: CallMiddleware = (next) => async (call) => {
  const first = await next(call);
  return first.ok ? first : next({ ...call, request: { thingId: "again" } });
};

test("call middleware may call next again, and $inspect shows the last request", async () => {
  const server = await serve(inTurn(respondWith(404), one));
  const core = coreOf(server.url, { callMiddleware: [again] });
  const [result, inspection] = await thingsGet(core, request).$inspect();
  expect(valueOf(result).id).toBe("t");
  expect(inspection.request?.url).toBe(`${server.url}/things/again`);
  expect(inspection.response?.status).toBe(200);
});

test("errors of every stage reach call middleware as results", async () => {
  const names: unknown[] = [];
  const callMiddleware: CallMiddleware[] = [
    (next) => async (call) => {
      const result = await next(call);
      if (!result.ok) names.push((result.error as Error).name);
      return result;
    },
  ];
  const server = await serve(inTurn(respondWith(404, {}), respondWith(200, [])));
  const core = coreOf(server.url, { callMiddleware });
  const invalid = { thingId: 1 } as never;
  await thingsGet(core, invalid);
  await thingsGet(core, request);
  await thingsGet(core, request);
  await thingsGet(core, request, { serverURL: "no URL" });
  expect(names).toEqual([
    "SDKValidationError",
    "GetThingProblem",
    "ResponseValidationError",
    "InvalidRequestError",
  ]);
});

const thrown: readonly [what: string, middleware: CallMiddleware, message: string][] = [
  [
    "throws",
    () => () => {
      throw new Error("no");
    },
    "no",
  ],
  ["rejects", () => () => Promise.reject(new Error("no")), "no"],
  ["returns nothing", () => (() => {}) as never, "Cannot read properties of undefined"],
  ["returns no error", () => (async () => ({ ok: false })) as never, "it did not return a Result"],
  [
    "returns null for an error",
    () => (async () => ({ ok: false, error: null })) as never,
    "it did not return a Result",
  ],
  ["returns no Result", () => (async () => "yes") as never, "it did not return a Result"],
  [
    "throws when it is composed",
    () => {
      throw new Error("no");
    },
    "no",
  ],
];

test.for(thrown)(
  "call middleware that %s is an UnexpectedClientError",
  async ([, one, message]) => {
    const core = coreOf("https://api.example.invalid", { callMiddleware: [one] });
    const error = errorOf(await thingsGet(core, request));
    expect(error.name).toBe("UnexpectedClientError");
    expect(error.message).toContain("Unexpected error");
    expect(error.message).toContain(message);
  },
);

test("call middleware that passes on no copy of the call is told so by an error", async () => {
  const callMiddleware: CallMiddleware[] = [(next) => () => next({ request } as never)];
  const result = await thingsGet(
    coreOf("https://api.example.invalid", { callMiddleware }),
    request,
  );
  expect(result.ok).toBe(false);
});

const late: CallMiddleware = (next) => async (call) => {
  await next(call);
  throw new Error("too late");
};

test("call middleware that throws after the call keeps the request to inspect", async () => {
  const server = await serve(one);
  const core = coreOf(server.url, { callMiddleware: [late] });
  const [result, inspection] = await thingsGet(core, request).$inspect();
  expect(errorOf(result).message).toBe("Unexpected error in call middleware: too late");
  expect(inspection.response?.status).toBe(200);
});

test("of a list, call middleware runs once per page", async () => {
  interface List {
    cursor?: string | undefined;
  }
  const list = pagedOperation<List | void, { data: string[] }, string>(() => ({
    id: "list",
    method: "GET",
    path: "/list",
    request: object<List>(() => ({ cursor: optional(string) })),
    parameters: [query("cursor")],
    responses: [json(200, unknown as Schema<{ data: string[] }>)],
    pages: byCursor({ cursor: "cursor", next: "next", results: "data" }),
  }));
  const server = await serve(
    inTurn(respondWith(200, { data: ["a"], next: "2" }), respondWith(200, { data: ["b"] })),
  );
  const calls: OperationCall[] = [];
  const core = coreOf(server.url, { callMiddleware: [recorder(calls)] });
  const items: string[] = [];
  for await (const item of list(core).items()) items.push(valueOf(item));
  expect(items).toEqual(["a", "b"]);
  expect(calls.map((call) => call.request)).toEqual([undefined, { cursor: "2" }]);
});

const make = (
  method: "GET" | "POST" | "PUT" | "PATCH",
  idempotent?: boolean,
): Operation<void, unknown> =>
  operation(() => ({
    id: "o",
    method,
    path: "/",
    responses: [json(200, unknown)],
    ...(idempotent !== undefined && { idempotent }),
  }));

test("an operation says whether it is idempotent, by its method or its own word", async () => {
  const calls: OperationCall[] = [];
  const server = await serve(one);
  const core = coreOf(server.url, { callMiddleware: [recorder(calls)] });
  const operations = [
    make("GET"),
    make("PUT"),
    make("POST"),
    make("PATCH"),
    make("POST", true),
    make("PUT", false),
  ];
  for (const each of operations) await each(core);
  expect(calls.map((call) => call.operation.idempotent)).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
  ]);
});

test("an idempotent POST is retried, and a PUT that is not idempotent is not", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const spec = { path: "/", responses: [json(200, unknown)] };
  const post: Operation<void, unknown> = operation(() => ({
    ...spec,
    id: "post",
    method: "POST",
    idempotent: true,
  }));
  const put: Operation<void, unknown> = operation(() => ({
    ...spec,
    id: "put",
    method: "PUT",
    idempotent: false,
  }));
  const server = await serve(inTurn(respondWith(502), one, respondWith(502), one));
  const core = coreOf(server.url);
  expect((await post(core)).ok).toBe(true);
  expect((await put(core)).ok).toBe(false);
  expect(server.seen).toHaveLength(3);
});
