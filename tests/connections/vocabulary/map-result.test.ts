/** The helpers of platforms: no call rejects, whatever a platform does wrong. */
import { SDK, type ClientOptions, UnexpectedClientError } from "connections-sdk";
import { expect, test } from "vitest";
import {
  APIPromise,
  Client,
  PagedResult,
  type Result,
  SDKValidationError,
  err,
  ok,
} from "../../../src/lib/index.js";
import { invalidRequest } from "../../../src/connections/vocabulary/invalid-request.js";
import { mapPages, mapResult } from "../../../src/connections/vocabulary/map-result.js";
import { mergeOptions } from "../../../src/connections/vocabulary/merge-options.js";
import { collect, errorOf } from "../contract/calls.js";

const response = (): APIPromise<{ ok: true; value: number }> =>
  new APIPromise(Promise.resolve({ result: ok(1) }));
const boom = (): never => {
  throw new Error("boom");
};

const refuseRequest = (): never => {
  throw invalidRequest({}, ["credentials", "type"], "expected another");
};

test("a response that cannot be mapped is an error", async () => {
  const error = errorOf(await mapResult({}, response, boom));
  expect(error).toBeInstanceOf(UnexpectedClientError);
  expect(error.cause).toEqual(new Error("boom"));
  const listed = mapPages<number, unknown, never>({}, response, boom);
  expect(await collect(listed)).toEqual([await listed]);
  expect(errorOf(await listed)).toBeInstanceOf(UnexpectedClientError);
});

test("any promise of a result is accepted, and shows nothing to $inspect", async () => {
  const promise = mapResult({}, () => Promise.resolve(ok(1)), String);
  const [result, { request, response: received }] = await promise.$inspect();
  expect([result, request, received]).toEqual([ok("1"), undefined, undefined]);
  const listed = mapPages(
    {},
    () => Promise.resolve(ok(1)),
    () => ({ connections: [] }),
  );
  expect(await collect(listed)).toEqual([ok({ connections: [] })]);
});

test("a promise that rejects is an error as data", async () => {
  const unexpected = errorOf(await mapResult({}, async () => boom(), String));
  expect(unexpected).toMatchObject({
    name: "UnexpectedClientError",
    message: "Unexpected error: boom",
    cause: new Error("boom"),
  });
  const refused = errorOf(await mapResult({}, async () => refuseRequest(), String));
  expect(refused).toBeInstanceOf(SDKValidationError);
});

test("a path that cannot be translated is an error as data", async () => {
  const error = errorOf(await mapResult({}, async () => refuseRequest(), String, boom));
  expect(error).toBeInstanceOf(UnexpectedClientError);
});

async function* pages(): AsyncGenerator<Result<number, Error>> {
  yield* [ok(1), ok(2), err(new Error("gone")), ok(3)];
}

test("a paged list stays paged", async () => {
  const paged = new PagedResult<number, never, never>(
    Promise.resolve({ result: ok(1) }),
    pages as never,
    () => [],
  );
  const listed = mapPages<number, number, never>(
    {},
    () => paged,
    (raw) => ({
      connections: [
        { type: "connection", id: `${raw}`, platform: "own", provider: "p", status: "active", raw },
      ],
    }),
  );
  const results = await collect(listed.items());
  expect(results.map((item) => (item.ok ? item.value.id : item.error.message))).toEqual([
    "1",
    "2",
    "gone",
    "3",
  ]);
});

test("a request that cannot be read is an error, with its path if it has one", async () => {
  expect(errorOf(await mapResult({}, boom, String))).toMatchObject({
    name: "SDKValidationError",
    message:
      "Request validation failed: expected an object with the members that the operation takes",
  });
  const error = errorOf(await mapResult({}, refuseRequest, String));
  expect(error).toBeInstanceOf(SDKValidationError);
  expect(error.message).toBe("Request validation failed: credentials.type: expected another");
});

test.for<[ClientOptions, ClientOptions, ClientOptions]>([
  [{}, {}, {}],
  [{ timeoutMs: 1 }, {}, { timeoutMs: 1 }],
  [{ timeoutMs: 1 }, { timeoutMs: 2 }, { timeoutMs: 2 }],
  [{ timeoutMs: 1 }, { timeoutMs: undefined }, { timeoutMs: 1 }],
  [{ timeoutMs: 1 }, { timeoutMs: 0 }, { timeoutMs: 0 }],
  [{ userAgent: "a" }, { serverURL: "b" }, { userAgent: "a", serverURL: "b" }],
])("options %o under %o are %o", ([outer, own, merged]) => {
  expect(mergeOptions(outer, own)).toEqual(merged);
});

test("a platform needs only a name, a client and verbs", async () => {
  const sdk = new SDK<Own>({
    platform: {
      name: "own",
      connect: (options) => new Client({ servers: ["http://127.0.0.1:9"] }, options),
      verbs: { delete: (_client, request) => mapResult(request, response, () => {}) },
    },
  });
  await expect(sdk.connections.delete({ key: "k" })).resolves.toBeUndefined();
  await expect(sdk.connections.get({} as never)).rejects.toMatchObject({
    message: 'own does not support "get"',
  });
});

interface Own {
  readonly name: "own";
  readonly raw: never;
  readonly verbs: { readonly delete: { readonly request: { key: string }; readonly error: never } };
}
