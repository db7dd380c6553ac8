import assert from "node:assert/strict";
import { requests, theConnection } from "../good.js";
import type { Group, Kind, Scene } from "../kind.js";

const fail = (): never => {
  throw new Error("ours");
};
/** Anything that is asked of it throws. */
const hostile = (): object =>
  new Proxy({}, { get: fail, getPrototypeOf: fail, has: fail, ownKeys: fail });

/** The caller's options are not what they must be, and nothing is sent. */
const refused = (name: string, options: () => unknown, message = /.{20}/): Kind => ({
  name,
  options: options as () => object,
  expect: { error: "InvalidRequestError", message, attempts: [0, 0] },
});

/** The caller's options are odd, and as good as any. */
const taken = (
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

/** The request does not fit, and nothing is sent. */
const misfit = (
  name: string,
  request: (scene: Scene) => unknown,
  verb: Kind["verb"] = "get",
  message = /^The request does not fit: .{10}/,
): Kind => ({
  name,
  verb,
  request,
  expect: { error: "SDKValidationError", message, attempts: [0, 0] },
});

const get = (members: object): object => ({ ...requests.get, ...members });
const generate = (extra: unknown): object => ({ ...requests.generate, extra });
const note = (value: unknown): object => generate({ providerMetadata: { note: { value } } });

/** What comes of a value inside a body. */
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

/** What the caller hands over. */
export const values: Group = {
  name: "Options and values",
  about:
    "The caller passes unusual, hostile or invalid options and requests. The SDK sends nothing but valid requests, and never modifies the caller's objects.",
  kinds: [
    taken("options: null", () => null),
    taken("options with null values", () =>
      Object.fromEntries(
        "timeoutMs retries retryCodes serverURL fetchOptions headers signal idempotencyKey"
          .split(" ")
          .map((key) => [key, null]),
      ),
    ),
    taken("retry config with null values", () => ({
      retries: { strategy: "none", backoff: null, maxAttempts: null },
    })),
    taken("deeply frozen options", () =>
      Object.freeze({ headers: Object.freeze({ "x-a": "1" }), fetchOptions: Object.freeze({}) }),
    ),
    taken("options without a prototype", () =>
      Object.assign(Object.create(null) as object, { headers: { "x-a": "1" } }),
    ),
    taken("unknown options", () => ({ colour: "red", [Symbol("s")]: 1 })),
    taken(
      "headers as a Headers object",
      () => ({ headers: new Headers({ "X-A": "1" }) }),
      (headers) => assert.equal(headers["x-a"], "1"),
    ),
    taken(
      "duplicate header in a list, sent with both values",
      () => ({
        headers: [
          ["x-a", "1"],
          ["X-A", "2"],
        ],
      }),
      (headers) => assert.equal(headers["x-a"], "1, 2"),
    ),
    taken(
      "header removed with null",
      () => ({ headers: { Accept: null } }),
      (headers) => assert.notEqual(headers["accept"], "application/json"),
    ),
    {
      name: "credential header removed with null",
      options: () => ({ headers: { "X-Api-Key": null } }),
      expect: {
        ...theConnection(),
        // Attempts are counted by how often the credential is asked for.
        attempts: [0, 0],
        requests: [1, 1],
        after: ({ server }) => assert.equal(server.seen[0]?.headers["x-api-key"], undefined),
      },
    },
    refused("options that are a throwing proxy", hostile),
    refused("options with a throwing getter", () => ({
      get headers() {
        return fail();
      },
    })),
    refused("options with a getter that throws a proxy", () => ({
      get headers() {
        throw hostile();
      },
    })),
    refused("headers that are a throwing proxy", () => ({ headers: hostile() })),
    refused("header name with a space", () => ({ headers: { "a b": "c" } }), /"a b"/),
    refused("header with a line break", () => ({ headers: { a: "b\r\nx-admin: 1" } }), /"a"/),
    refused("header beyond Latin-1", () => ({ headers: { a: "\u{1F600}" } }), /"a"/),
    refused("header with an empty name", () => ({ headers: { "": "c" } })),
    refused("header value that cannot be a string", () => ({
      headers: { a: Object.create(null) },
    })),
    refused("headers that are a string", () => ({ headers: "a: b" })),
    refused("headers that are a list of null", () => ({ headers: [null] })),
    refused("header value that is a symbol", () => ({ headers: [["a", Symbol("s")]] })),
    refused("idempotency key with a line break", () => ({ idempotencyKey: "a\nb" })),
    refused("timeoutMs that is not a number", () => ({ timeoutMs: "1s" }), /^timeoutMs: /),
    refused("timeoutMs: NaN", () => ({ timeoutMs: NaN }), /^timeoutMs: /),
    refused("timeoutMs that is a BigInt", () => ({ timeoutMs: 5n }), /^timeoutMs: /),
    refused(
      "serverURL that is not a URL",
      () => ({ serverURL: "api.example.com" }),
      /^serverURL: /,
    ),
    refused("serverURL with another scheme", () => ({ serverURL: "file:///etc" }), /^serverURL: /),
    refused("serverURL with only a scheme", () => ({ serverURL: "http://" })),
    refused("serverURL that is an object", () => ({ serverURL: { a: 1 } })),
    refused("serverURL that cannot be a string", () => ({ serverURL: Object.create(null) })),
    refused("serverURL with a password", () => ({ serverURL: "http://a:b@h" }), /^serverURL: /),
    refused("serverURL with a query", () => ({ serverURL: "http://h/?a=1" }), /^serverURL: /),
    ...[{ mode: "navigate" }, { cache: "soon" }].map((fetchOptions): Kind => ({
      name: `fetchOptions that fetch rejects: ${JSON.stringify(fetchOptions)}`,
      options: () => ({ fetchOptions }),
      expect: {
        error: "InvalidRequestError",
        message: /^The runtime refuses the URL, headers or fetchOptions$/,
        attempts: [1, 1],
        requests: [0, 0],
      },
    })),
    {
      name: "signal that is not an AbortSignal",
      options: () => ({ signal: {} }),
      expect: { error: "UnexpectedClientError", message: /.{20}/, attempts: [0, 0] },
    },
    misfit("no request", () => undefined),
    misfit("request: null", () => null),
    misfit("request that is a string", () => "c-1"),
    misfit("request that is a BigInt", () => 1n),
    misfit("request that is a symbol", () => Symbol("s")),
    misfit("request that is a throwing proxy", hostile),
    misfit("empty path value", () => get({ connectionId: "" }), "get", /connectionId: /),
    misfit("path value `.`", () => get({ connectionId: "." }), "get", /connectionId: /),
    misfit("path value `..`", () => get({ connectionId: ".." }), "get", /connectionId: /),
    misfit("path value that is null", () => get({ connectionId: null }), "get", /connectionId: /),
    misfit("path value of another type", () => get({ connectionId: 7 }), "get", /connectionId: /),
    {
      name: "path value with `/`, `..`, `?` and `#`, sent encoded",
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
      name: "lone surrogate in a path",
      request: () => get({ connectionId: "a\uD800" }),
      expect: { error: "InvalidRequestError", message: /URI malformed/, attempts: [0, 0] },
    },
    misfit(
      "field with a throwing getter",
      () => ({
        ...requests.get,
        get connectionId() {
          return fail();
        },
      }),
      "get",
      /.{20}/,
    ),
    misfit("body with a cycle", () => note(cycle()), "generate"),
    misfit("body with a BigInt", () => note(1n), "generate"),
    misfit("body with a symbol", () => note(Symbol("s")), "generate"),
    misfit(
      "body with a throwing getter",
      () => ({
        ...requests.generate,
        get groupRef() {
          return fail();
        },
      }),
      "generate",
      /.{20}/,
    ),
    misfit("body with a throwing toJSON", () => generate({ custom: { toJSON: fail } }), "generate"),
    misfit("record with a BigInt", () => generate({ custom: 1n }), "generate"),
    misfit("record with a cycle", () => generate({ custom: cycle() }), "generate"),
    sent("lone surrogate in a body", "a\uD800", "a\uD800"),
    sent(
      "characters of every Unicode plane in a body",
      "a\u00e9\u4e2d\u{1F600}\u2028\0",
      "a\u00e9\u4e2d\u{1F600}\u2028\0",
    ),
    sent("numbers that JSON cannot represent", [NaN, Infinity, -0], [null, null, 0]),
    sent("values that JSON cannot represent", { a: undefined, b: () => 1, c: Symbol("s") }, {}),
    sent("deeply frozen object", Object.freeze({ a: Object.freeze([1]) }), {
      a: [1],
    }),
    sent("date", new Date(0), "1970-01-01T00:00:00.000Z"),
  ],
};

function cycle(): object {
  const value: Record<string, unknown> = {};
  value["value"] = value;
  return value;
}
