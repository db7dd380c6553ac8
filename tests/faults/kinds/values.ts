import assert from "node:assert/strict";
import { requests, theConnection } from "../good.js";
import type { Group, Kind, Scene } from "../kind.js";

const fail = (): never => {
  throw new Error("ours");
};
/** Throws on any access. */
const hostile = (): object =>
  new Proxy({}, { get: fail, getPrototypeOf: fail, has: fail, ownKeys: fail });

/** The options are invalid, and nothing is sent. */
const rejected = (name: string, options: () => unknown, message = /.{20}/): Kind => ({
  name,
  options: options as () => object,
  expect: { error: "InvalidRequestError", message, attempts: [0, 0] },
});

/** The options are unusual, but valid. */
const accepted = (
  name: string,
  options: () => unknown,
  sent: (headers: Readonly<Record<string, string>>) => void = () => {},
): Kind => ({
  name,
  options: options as () => object,
  expect: {
    ...theConnection(),
    attempts: [1, 1],
    after: ({ server }) => sent(server.seen[0]?.headers ?? {}),
  },
});

/** The request is invalid, and nothing is sent. */
const invalid = (
  name: string,
  request: (scene: Scene) => unknown,
  verb: Kind["verb"] = "get",
  message = /^Request validation failed: .{10}/,
): Kind => ({
  name,
  verb,
  request,
  expect: { error: "SDKValidationError", message, attempts: [0, 0] },
});

const get = (members: object): object => ({ ...requests.get, ...members });
const generate = (extra: unknown): object => ({ ...requests.generate, extra });
const note = (value: unknown): object => generate({ providerMetadata: { note: { value } } });

/** A value inside a body, and how it arrives. */
const sent = (name: string, value: unknown, arrives: unknown): Kind => ({
  name,
  verb: "generate",
  request: () => generate({ custom: value }),
  expect: {
    ...theConnection(),
    attempts: [1, 1],
    after({ server }) {
      const body = JSON.parse(server.seen[0]?.body ?? "{}") as Record<string, unknown>;
      assert.deepEqual(body["custom"], arrives);
    },
  },
});

/** Unusual and invalid options and requests. */
export const values: Group = {
  name: "Options and values",
  about:
    "The caller passes unusual, hostile or invalid options and requests. Nothing unintended is sent, and the caller's objects are never modified.",
  kinds: [
    accepted("null as options", () => null),
    accepted("options whose members are null", () =>
      Object.fromEntries(
        "timeoutMs retries retryCodes serverURL fetchOptions headers signal idempotencyKey"
          .split(" ")
          .map((key) => [key, null]),
      ),
    ),
    accepted("retries whose members are null", () => ({
      retries: { strategy: "none", backoff: null, maxAttempts: null },
    })),
    accepted("deeply frozen options", () =>
      Object.freeze({ headers: Object.freeze({ "x-a": "1" }), fetchOptions: Object.freeze({}) }),
    ),
    accepted("options without a prototype", () =>
      Object.assign(Object.create(null) as object, { headers: { "x-a": "1" } }),
    ),
    accepted("unknown options", () => ({ colour: "red", [Symbol("s")]: 1 })),
    accepted(
      "headers as a Headers object",
      () => ({ headers: new Headers({ "X-A": "1" }) }),
      (headers) => assert.equal(headers["x-a"], "1"),
    ),
    accepted(
      "a repeated header in a list, which is sent with both values",
      () => ({
        headers: [
          ["x-a", "1"],
          ["X-A", "2"],
        ],
      }),
      (headers) => assert.equal(headers["x-a"], "1, 2"),
    ),
    accepted(
      "a header that is removed with null",
      () => ({ headers: { Accept: null } }),
      (headers) => assert.notEqual(headers["accept"], "application/json"),
    ),
    {
      name: "the header of a credential removed with null, and so the credential",
      options: () => ({ headers: { "X-Api-Key": null } }),
      expect: {
        ...theConnection(),
        // Attempts are counted by calls of the credential callback, which is not called here.
        attempts: [0, 0],
        requests: [1, 1],
        after: ({ server }) => assert.equal(server.seen[0]?.headers["x-api-key"], undefined),
      },
    },
    rejected("a proxy that throws as options", hostile),
    rejected("options with a getter that throws", () => ({
      get headers() {
        return fail();
      },
    })),
    rejected("options with a getter that throws a proxy", () => ({
      get headers() {
        throw hostile();
      },
    })),
    rejected("a proxy that throws as headers", () => ({ headers: hostile() })),
    rejected("a header name with a space", () => ({ headers: { "a b": "c" } }), /"a b"/),
    rejected("a header with a line break", () => ({ headers: { a: "b\r\nx-admin: 1" } }), /"a"/),
    rejected("a header beyond Latin-1", () => ({ headers: { a: "\u{1F600}" } }), /"a"/),
    rejected("an empty header name", () => ({ headers: { "": "c" } })),
    rejected("a header value that cannot be converted to a string", () => ({
      headers: { a: Object.create(null) },
    })),
    rejected("a string as headers", () => ({ headers: "a: b" })),
    rejected("headers as a list that contains null", () => ({ headers: [null] })),
    rejected("a symbol as a header value", () => ({ headers: [["a", Symbol("s")]] })),
    rejected("an idempotency key with a line break", () => ({ idempotencyKey: "a\nb" })),
    rejected("a timeoutMs that is not a number", () => ({ timeoutMs: "1s" }), /^timeoutMs: /),
    rejected("a timeoutMs of NaN", () => ({ timeoutMs: NaN }), /^timeoutMs: /),
    rejected("a timeoutMs of type bigint", () => ({ timeoutMs: 5n }), /^timeoutMs: /),
    rejected(
      "a serverURL without a scheme",
      () => ({ serverURL: "api.example.com" }),
      /^serverURL: /,
    ),
    rejected(
      "a serverURL with another scheme",
      () => ({ serverURL: "file:///etc" }),
      /^serverURL: /,
    ),
    rejected("a serverURL of a scheme only", () => ({ serverURL: "http://" })),
    rejected("an object as serverURL", () => ({ serverURL: { a: 1 } })),
    rejected("a serverURL that cannot be converted to a string", () => ({
      serverURL: Object.create(null),
    })),
    rejected("a serverURL with a password", () => ({ serverURL: "http://a:b@h" }), /^serverURL: /),
    rejected("a serverURL with a query", () => ({ serverURL: "http://h/?a=1" }), /^serverURL: /),
    ...[{ mode: "navigate" }, { cache: "soon" }].map((fetchOptions): Kind => ({
      name: `fetchOptions that fetch rejects: ${JSON.stringify(fetchOptions)}`,
      options: () => ({ fetchOptions }),
      expect: {
        error: "InvalidRequestError",
        message: /^The runtime rejected the URL, headers or fetchOptions$/,
        attempts: [1, 1],
        requests: [0, 0],
      },
    })),
    {
      name: "a signal that is not an AbortSignal",
      options: () => ({ signal: {} }),
      expect: { error: "UnexpectedClientError", message: /.{20}/, attempts: [0, 0] },
    },
    invalid("no request", () => undefined),
    invalid("null as the request", () => null),
    invalid("a string as the request", () => "c-1"),
    invalid("a bigint as the request", () => 1n),
    invalid("a symbol as the request", () => Symbol("s")),
    invalid("a proxy that throws as the request", hostile),
    invalid("an empty path value", () => get({ connectionId: "" }), "get", /connectionId: /),
    invalid("a path value of one dot", () => get({ connectionId: "." }), "get", /connectionId: /),
    invalid("a path value of two dots", () => get({ connectionId: ".." }), "get", /connectionId: /),
    invalid("null as a path value", () => get({ connectionId: null }), "get", /connectionId: /),
    invalid(
      "a path value of the wrong type",
      () => get({ connectionId: 7 }),
      "get",
      /connectionId: /,
    ),
    {
      name: "a path value with slashes, dots, a query and a fragment",
      request: () => get({ connectionId: "../../admin?x=1#y" }),
      expect: {
        ...theConnection(),
        attempts: [1, 1],
        after: ({ server }) =>
          assert.equal(
            server.seen[0]?.url,
            "/projects/p-1/connections/..%2F..%2Fadmin%3Fx%3D1%23y",
          ),
      },
    },
    {
      name: "a lone surrogate in a path value",
      request: () => get({ connectionId: "a\uD800" }),
      expect: { error: "InvalidRequestError", message: /URI malformed/, attempts: [0, 0] },
    },
    invalid(
      "a member with a getter that throws",
      () => ({
        ...requests.get,
        get connectionId() {
          return fail();
        },
      }),
      "get",
      /.{20}/,
    ),
    invalid("a body with a cycle", () => note(cycle()), "generate"),
    invalid("a body with a bigint", () => note(1n), "generate"),
    invalid("a body with a symbol", () => note(Symbol("s")), "generate"),
    invalid(
      "a body with a getter that throws",
      () => ({
        ...requests.generate,
        get groupRef() {
          return fail();
        },
      }),
      "generate",
      /.{20}/,
    ),
    invalid(
      "a body with a toJSON that throws",
      () => generate({ custom: { toJSON: fail } }),
      "generate",
    ),
    invalid("an undeclared member with a bigint", () => generate({ custom: 1n }), "generate"),
    invalid("an undeclared member with a cycle", () => generate({ custom: cycle() }), "generate"),
    ...Object.entries({
      "a Map": new Map([["a", 1]]),
      "a promise": Promise.resolve(1),
      "a function": () => 1,
      bytes: new Uint8Array(1),
      "an invalid date": new Date(NaN),
      "a number that JSON does not have": NaN,
      "undefined in an array": [undefined],
    }).map(([what, value]) =>
      invalid(
        `an undeclared member with ${what}`,
        () => generate({ custom: { inside: value } }),
        "generate",
        /: custom\.inside.*: expected /,
      ),
    ),
    sent("a lone surrogate in a body", "a\uD800", "a\uD800"),
    sent(
      "characters of every plane in a body",
      "a\u00e9\u4e2d\u{1F600}\u2028\0",
      "a\u00e9\u4e2d\u{1F600}\u2028\0",
    ),
    sent("members that are undefined, and a negative zero", { a: undefined, b: [-0] }, { b: [0] }),
    sent("a deeply frozen object", Object.freeze({ a: Object.freeze([1]) }), {
      a: [1],
    }),
    sent("a date", new Date(0), "1970-01-01T00:00:00.000Z"),
  ],
};

function cycle(): object {
  const value: Record<string, unknown> = {};
  value["value"] = value;
  return value;
}
