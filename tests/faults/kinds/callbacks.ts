import type { Handler, HTTPClient, Middleware } from "connections-sdk";
import { type CallHook, connectHooks } from "../../../src/lib/hooks/index.js";
import { theConnection } from "../good.js";
import type { Ending, Group, Kind, Scene } from "../kind.js";

const fail = (): never => {
  throw new Error("ours");
};
const never = new Promise<never>(() => {});
/** Throws on any access. */
const proxy: unknown = new Proxy({}, { get: fail, getPrototypeOf: fail, has: fail, ownKeys: fail });
const throwsHostile = (): never => {
  throw Object.defineProperty({}, "message", { get: fail });
};
/** Ways for a callback to fail. */
const FAILURES: Readonly<Record<string, () => unknown>> = {
  throws: fail,
  rejects: async () => fail(),
  "throws an unreadable error": throwsHostile,
  "rejects with undefined": () => Promise.reject(),
  "rejects with a proxy that throws": () => Promise.reject(proxy),
};

type Hook = "beforeRequest" | "requestError" | "response";
const REFUSING = "http://127.0.0.1:1023";
const LATE: Ending = {
  error: "RequestTimeoutError",
  message: /^Request timed out after 100 ms/,
};

const credential = (name: string, callback: () => unknown, ending: Ending): Kind => ({
  name: `a credential callback that ${name}`,
  credential: callback,
  expect: { ...ending, attempts: [1, 1], requests: [0, 0] },
});
const failed = (what: string, how = ".+"): Ending => ({
  error: "UnexpectedClientError",
  message: new RegExp(`^Unexpected error in ${what}: ${how}`),
});

const middleware = (name: string, wrap: unknown, ending: Ending, requests = 0): Kind => ({
  name: `a middleware that ${name}`,
  client: () => ({ middleware: [wrap] }),
  expect: { ...ending, attempts: [1, 1], requests: [requests, requests] },
});
/** A middleware that returns anything. */
const returning =
  (handler: () => unknown): Middleware =>
  () =>
    handler as Handler;

const hooked =
  (kind: Hook, hook: unknown) =>
  ({ httpClient }: Scene): { httpClient: HTTPClient } => ({
    httpClient: httpClient().addHook(kind, hook as never),
  });
const hook = (
  kind: Hook,
  name: string,
  does: unknown,
  ending: Ending,
  requests: readonly [number, number] = [1, 1],
): Kind => ({
  name: `a ${kind} hook that ${name}`,
  client: hooked(kind, does),
  ...(kind === "requestError" && { at: () => REFUSING }),
  expect: { ...ending, attempts: [1, 1], requests },
});

/** Options of a client with a hook of a generated SDK. */
const sdkHook =
  (kind: keyof CallHook, does: unknown) =>
  ({ server }: Scene): object =>
    connectHooks([{ [kind]: does } as CallHook], {})({ serverURL: server.url }, { servers: [] });
const ofSDK = (
  kind: keyof CallHook,
  name: string,
  does: unknown,
  ending: Ending,
  requests = 1,
): Kind => ({
  name: `${kind} of an SDK's hooks that ${name}`,
  client: sdkHook(kind, does),
  ...(kind === "afterError" && { server: { serve: ({ respond }) => respond(503) } }),
  expect: {
    ...ending,
    attempts: kind === "sdkInit" ? [0, 0] : [1, 1],
    requests: [requests, requests],
  },
});

const hanging = (name: string, kind: Partial<Kind>, requests: readonly [number, number]): Kind => ({
  name: `${name} that hangs`,
  ...kind,
  client: (scene) => ({ timeoutMs: 100, ...kind.client?.(scene) }),
  expect: { ...LATE, attempts: [1, 3], requests },
});

const logger = (name: string, debugLogger: unknown): Kind => ({
  name: `a logger that ${name}`,
  client: () => ({ debugLogger }),
  expect: { ...theConnection(), attempts: [1, 1] },
});

const failing = (make: (name: string, fails: () => unknown) => Kind): Kind[] =>
  Object.entries(FAILURES).map(([name, fails]) => make(name, fails));

/** Faults of the caller's functions. */
export const callbacks: Group = {
  name: "Callbacks",
  about:
    "Credential callbacks, middleware, hooks and loggers throw, reject, hang or return garbage. A logger never affects a call.",
  kinds: [
    ...failing((name, fails) => credential(name, fails, failed("credential callback"))),
    ...(
      [
        ["undefined", undefined],
        ["an empty string", ""],
        ["a number", 5],
        ["an object", {}],
        ["a string with a line break", "a\nb"],
        ["a string beyond Latin-1", "k\u2026"],
      ] as const
    ).flatMap(([what, value]) => [
      credential(`returns ${what}`, () => value, {
        error: "InvalidRequestError",
        message: /apiKeyHeader: expected|Invalid header "x-api-key"/,
      }),
    ]),
    hanging("a credential callback", { credential: () => never }, [0, 0]),
    {
      name: "a middleware that throws when it is created",
      client: () => ({ middleware: [fail] }),
      expect: { error: "UnexpectedClientError", message: /ours/, attempts: [0, 0] },
    },
    ...failing((name, fails) => middleware(name, returning(fails), failed("middleware"))),
    middleware(
      "returns undefined",
      returning(async () => undefined),
      failed("middleware"),
    ),
    middleware(
      "returns a result instead of a promise",
      returning(() => ({ ok: true })),
      failed("middleware"),
    ),
    middleware(
      "returns a success without a value",
      returning(async () => ({ ok: true })),
      failed("middleware"),
    ),
    middleware(
      "returns a failure without an error",
      returning(async () => ({ ok: false })),
      failed("middleware"),
    ),
    middleware(
      "returns an error of its own",
      returning(async () => ({ ok: false, error: "mine" })),
      failed("middleware", "mine"),
    ),
    middleware(
      "reads the body",
      (next: Handler): Handler =>
        async (call) => {
          const result = await next(call);
          if (result.ok) await result.value.text();
          return result;
        },
      failed("middleware", "the body was read"),
      1,
    ),
    middleware(
      "calls next twice",
      (next: Handler): Handler =>
        async (call) => {
          const first = await next(call);
          if (first.ok) await first.value.text();
          return next(call);
        },
      theConnection(),
      2,
    ),
    hanging("a middleware", { client: () => ({ middleware: [returning(() => never)] }) }, [0, 0]),
    ...(["beforeRequest", "response"] as const).flatMap((kind) =>
      failing((name, fails) =>
        hook(kind, name, fails, failed(`${kind} hook`), kind === "response" ? [1, 1] : [0, 0]),
      ),
    ),
    ...failing((name, fails) =>
      hook("requestError", name, fails, failed("requestError hook"), [0, 0]),
    ),
    hook("beforeRequest", "returns a number", () => 5, theConnection()),
    hook("beforeRequest", "returns a string", () => "no", theConnection()),
    hook(
      "response",
      "reads the body",
      (response: Response) => void response.text(),
      failed("middleware", "the body was read"),
    ),
    hook(
      "response",
      "clones the response and reads nothing",
      (r: Response) => void r.clone(),
      theConnection(),
    ),
    hanging("a beforeRequest hook", { client: hooked("beforeRequest", () => never) }, [0, 0]),
    hanging("a response hook", { client: hooked("response", () => never) }, [1, 3]),
    hanging(
      "a requestError hook",
      { client: hooked("requestError", () => never), at: () => REFUSING },
      [0, 0],
    ),
    ...failing((name, fails) => ofSDK("sdkInit", name, fails, failed("sdkInit hook"), 0)).filter(
      ({ name }) => !name.includes("rejects"),
    ),
    ofSDK("sdkInit", "returns a promise", async () => ({}), failed("sdkInit hook", "expected"), 0),
    ...(["beforeCreateRequest", "beforeRequest", "afterSuccess", "afterError"] as const).flatMap(
      (kind) =>
        failing((name, fails) =>
          ofSDK(kind, name, fails, failed(`${kind} hook`), kind.startsWith("after") ? 1 : 0),
        ),
    ),
    ofSDK(
      "beforeCreateRequest",
      "returns a number",
      () => 5,
      failed("beforeCreateRequest hook", "expected"),
      0,
    ),
    ofSDK(
      "beforeCreateRequest",
      "returns an invalid URL",
      () => ({ url: "no" }),
      failed("beforeCreateRequest hook"),
      0,
    ),
    ofSDK("beforeRequest", "returns a string", () => "no", theConnection()),
    ofSDK(
      "beforeRequest",
      "returns a proxy that throws",
      () => proxy,
      failed("beforeRequest hook"),
      0,
    ),
    ofSDK(
      "beforeRequest",
      "returns an error",
      () => new Error("ours"),
      failed("beforeRequest hook", "ours"),
      0,
    ),
    ofSDK(
      "afterSuccess",
      "returns a number",
      () => 5,
      failed("afterSuccess hook", "expected a Response"),
    ),
    ofSDK("afterSuccess", "returns a proxy that throws", () => proxy, failed("afterSuccess hook")),
    ofSDK(
      "afterSuccess",
      "reads the body",
      (_: unknown, response: Response) => response.text().then(() => undefined),
      failed("afterSuccess hook", "the body was read"),
    ),
    ofSDK(
      "afterError",
      "returns a number",
      () => 5,
      failed("afterError hook", "expected a Response"),
    ),
    ofSDK(
      "afterError",
      "returns neither a response nor an error",
      () => ({ response: null, error: null }),
      failed("afterError hook", "expected a Response"),
    ),
    ofSDK("afterError", "returns a proxy that throws", () => proxy, failed("afterError hook")),
    hanging(
      "beforeRequest of an SDK's hooks",
      { client: sdkHook("beforeRequest", () => never) },
      [0, 0],
    ),
    hanging(
      "afterSuccess of an SDK's hooks",
      { client: sdkHook("afterSuccess", () => never) },
      [1, 3],
    ),
    hanging(
      "afterError of an SDK's hooks",
      {
        client: sdkHook("afterError", () => never),
        server: { serve: ({ respond }) => respond(503) },
      },
      [1, 3],
    ),
    ...failing((name, fails) => logger(name, { group: fails, log: fails, groupEnd: fails })),
    logger("hangs", { group: () => never, log: () => never, groupEnd: () => never }),
    logger("has no methods", {}),
    logger("is a proxy that throws", proxy),
    logger("is a string", "console"),
    {
      name: "invalid values in retryCodes",
      server: { serve: ({ respond }) => respond(503) },
      options: () => ({ retryCodes: [503, null, {}, "5", ""] }),
      expect: { error: "APIError", message: /^503 Service Unavailable$/, attempts: [1, 3] },
    },
    {
      name: "retryCodes that is not an array",
      server: { serve: ({ respond }) => respond(503) },
      options: () => ({ retryCodes: 503 }),
      expect: {
        error: "InvalidRequestError",
        message: /^retryCodes: expected an array of statuses$/,
        attempts: [0, 0],
      },
    },
  ],
};
