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
    "The caller hands over options and requests that are odd, hostile or wrong. Nothing is sent that is not what was meant, and nothing of the caller's is written to.",
  kinds: [
    taken("options of null", () => null),
    taken("options whose members are null", () =>
      Object.fromEntries(
        "timeoutMs retries retryCodes serverURL fetchOptions headers signal idempotencyKey"
          .split(" ")
          .map((key) => [key, null]),
      ),
    ),
    taken("a retry policy whose members are null", () => ({
      retries: { strategy: "none", backoff: null, maxAttempts: null },
    })),
    taken("options that are frozen, and their members", () =>
      Object.freeze({ headers: Object.freeze({ "x-a": "1" }), fetchOptions: Object.freeze({}) }),
    ),
    taken("options without a prototype", () =>
      Object.assign(Object.create(null) as object, { headers: { "x-a": "1" } }),
    ),
    taken("options that nobody knows", () => ({ colour: "red", [Symbol("s")]: 1 })),
    taken(
      "Headers as headers",
      () => ({ headers: new Headers({ "X-A": "1" }) }),
      (headers) => assert.equal(headers["x-a"], "1"),
    ),
    taken(
      "a header that comes twice in a list, and is sent with both values",
      () => ({
        headers: [
          ["x-a", "1"],
          ["X-A", "2"],
        ],
      }),
      (headers) => assert.equal(headers["x-a"], "1, 2"),
    ),
    taken(
      "a header that is taken away",
      () => ({ headers: { Accept: null } }),
      (headers) => assert.notEqual(headers["accept"], "application/json"),
    ),
    {
      name: "the header of the credential taken away, and the credential with it",
      options: () => ({ headers: { "X-Api-Key": null } }),
      expect: {
        ...theConnection(),
        // Attempts are counted by how often the credential is asked for.
        attempts: [0, 0],
        requests: [1, 1],
        after: ({ server }) => assert.equal(server.seen[0]?.headers["x-api-key"], undefined),
      },
    },
    refused("options that are a proxy that throws", hostile),
    refused("options with a getter that throws", () => ({
      get headers() {
        return fail();
      },
    })),
    refused("options with a getter that throws a proxy", () => ({
      get headers() {
        throw hostile();
      },
    })),
    refused("headers that are a proxy that throws", () => ({ headers: hostile() })),
    refused("a header name with a space", () => ({ headers: { "a b": "c" } }), /"a b"/),
    refused("a header with a line break", () => ({ headers: { a: "b\r\nx-admin: 1" } }), /"a"/),
    refused("a header beyond Latin-1", () => ({ headers: { a: "\u{1F600}" } }), /"a"/),
    refused("a header without a name", () => ({ headers: { "": "c" } })),
    refused("a header that is no text at all", () => ({ headers: { a: Object.create(null) } })),
    refused("headers that are a text", () => ({ headers: "a: b" })),
    refused("headers that are a list of nothing", () => ({ headers: [null] })),
    refused("a header that is a symbol", () => ({ headers: [["a", Symbol("s")]] })),
    refused("an idempotency key with a line break", () => ({ idempotencyKey: "a\nb" })),
    refused("a time limit that is no number", () => ({ timeoutMs: "1s" }), /^timeoutMs: /),
    refused("a time limit of NaN", () => ({ timeoutMs: NaN }), /^timeoutMs: /),
    refused("a time limit of BigInt", () => ({ timeoutMs: 5n }), /^timeoutMs: /),
    refused("a server URL that is none", () => ({ serverURL: "api.example.com" }), /^serverURL: /),
    refused("a server URL of another scheme", () => ({ serverURL: "file:///etc" }), /^serverURL: /),
    refused("a server URL of nothing but a scheme", () => ({ serverURL: "http://" })),
    refused("a server URL that is an object", () => ({ serverURL: { a: 1 } })),
    refused("a server URL that is no text at all", () => ({ serverURL: Object.create(null) })),
    refused("a server URL with a password", () => ({ serverURL: "http://a:b@h" }), /^serverURL: /),
    refused("a server URL with a query", () => ({ serverURL: "http://h/?a=1" }), /^serverURL: /),
    ...[{ mode: "navigate" }, { cache: "soon" }].map((fetchOptions): Kind => ({
      name: `fetchOptions that fetch refuses: ${JSON.stringify(fetchOptions)}`,
      options: () => ({ fetchOptions }),
      expect: {
        error: "InvalidRequestError",
        message: /^The runtime refuses the URL, headers or fetchOptions$/,
        attempts: [1, 1],
        requests: [0, 0],
      },
    })),
    {
      name: "a signal that is none",
      options: () => ({ signal: {} }),
      expect: { error: "UnexpectedClientError", message: /.{20}/, attempts: [0, 0] },
    },
    misfit("no request", () => undefined),
    misfit("a request of null", () => null),
    misfit("a request that is a text", () => "c-1"),
    misfit("a request that is a BigInt", () => 1n),
    misfit("a request that is a symbol", () => Symbol("s")),
    misfit("a request that is a proxy that throws", hostile),
    misfit("a path value that is empty", () => get({ connectionId: "" }), "get", /connectionId: /),
    misfit("a path value of a dot", () => get({ connectionId: "." }), "get", /connectionId: /),
    misfit("a path value of two dots", () => get({ connectionId: ".." }), "get", /connectionId: /),
    misfit("a path value of null", () => get({ connectionId: null }), "get", /connectionId: /),
    misfit("a path value of another type", () => get({ connectionId: 7 }), "get", /connectionId: /),
    {
      name: "a path value that would lead elsewhere",
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
      name: "half a surrogate pair in a path",
      request: () => get({ connectionId: "a\uD800" }),
      expect: { error: "InvalidRequestError", message: /URI malformed/, attempts: [0, 0] },
    },
    misfit(
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
    misfit("a body with a cycle", () => note(cycle()), "generate"),
    misfit("a body with a BigInt", () => note(1n), "generate"),
    misfit("a body with a symbol", () => note(Symbol("s")), "generate"),
    misfit(
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
    misfit(
      "a body with a toJSON that throws",
      () => generate({ custom: { toJSON: fail } }),
      "generate",
    ),
    misfit("an open member with a BigInt", () => generate({ custom: 1n }), "generate"),
    misfit("an open member with a cycle", () => generate({ custom: cycle() }), "generate"),
    sent("half a surrogate pair in a body", "a\uD800", "a\uD800"),
    sent(
      "text of every plane in a body",
      "a\u00e9\u4e2d\u{1F600}\u2028\0",
      "a\u00e9\u4e2d\u{1F600}\u2028\0",
    ),
    sent("numbers that JSON has not", [NaN, Infinity, -0], [null, null, 0]),
    sent("members that JSON has not", { a: undefined, b: () => 1, c: Symbol("s") }, {}),
    sent("an object that is frozen all the way down", Object.freeze({ a: Object.freeze([1]) }), {
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
