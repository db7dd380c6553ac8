/** What `platform.ts` files are made with: whatever they do wrong, no call rejects. */
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
import {
  invalidRequest,
  mergeOptions,
  mapResult,
  mapPages,
} from "../../../src/connections/vocabulary/map-result.js";
import { collect, errorOf } from "../contract/calls.js";

const answer = (): APIPromise<{ ok: true; value: number }> =>
  new APIPromise(Promise.resolve({ result: ok(1) }));
const boom = (): never => {
  throw new Error("boom");
};

const refuse = (): never => {
  throw invalidRequest({}, ["credentials", "type"], "expected another");
};

test("an answer that cannot be translated is an error", async () => {
  const error = errorOf(await mapResult({}, answer, boom));
  expect(error).toBeInstanceOf(UnexpectedClientError);
  expect(error.cause).toEqual(new Error("boom"));
  const listed = mapPages<number, unknown, never>({}, answer, boom);
  expect(await collect(listed)).toEqual([await listed]);
  expect(errorOf(await listed)).toBeInstanceOf(UnexpectedClientError);
});

async function* pages(): AsyncGenerator<Result<number, Error>> {
  yield* [ok(1), ok(2), err(new Error("gone")), ok(3)];
}

test("a list in pages stays one in pages", async () => {
  const paged = new PagedResult<number, never, never>(
    Promise.resolve({ result: ok(1) }),
    pages as never,
    () => [],
  );
  const listed = mapPages<number, number, never>(
    {},
    () => paged,
    (raw) => ({
      connections: [{ id: `${raw}`, platform: "own", provider: "p", status: "active", raw }],
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

test("a request that cannot be read is an error, and keeps its path where it has one", async () => {
  expect(errorOf(await mapResult({}, boom, String))).toMatchObject({
    name: "SDKValidationError",
    message:
      "Request validation failed: expected an object with the members that the operation takes",
  });
  const error = errorOf(await mapResult({}, refuse, String));
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

test("a platform of one's own needs no more than a name, a client and its verbs", async () => {
  const sdk = new SDK<Own>({
    platform: {
      name: "own",
      connect: (options) => new Client({ servers: ["http://127.0.0.1:9"] }, options),
      verbs: { delete: (_client, request) => mapResult(request, answer, () => {}) },
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
