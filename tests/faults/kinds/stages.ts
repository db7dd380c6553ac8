import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Handler } from "connections-sdk";
import { JSON_TEXT, good, theConnection } from "../good.js";
import type { Ending, Group, Kind, Scene } from "../kind.js";
import { statusLine, wire } from "../../support/raw-server.js";
import { type Serve, complete, saying, silence } from "./serving.js";

const LIMIT = 120;
const HEAD = `${statusLine(200)}content-type: application/json\r\ncontent-length: 999\r\n`;
const ABORTED = { error: "RequestAbortedError", message: /^Request aborted by its signal$/ };
const LATE = {
  error: "RequestTimeoutError",
  message: /^Request timed out after 120 ms \(timeoutMs\)$/,
};
const https = (url: string): string => url.replace("http:", "https:");
const get = (): never => {
  throw new Error("no");
};
const never = new Promise<never>(() => {});

/** The error has the caller's reason. */
const because = (reason: unknown): Ending => ({
  ...ABORTED,
  check: (error: Error) => assert.equal(error.cause, reason),
});

const noListener = ({ controller }: Scene): void =>
  assert.equal(getEventListeners(controller.signal, "abort").length, 0);

const own = ({ controller }: Scene): object => ({ signal: controller.signal });

/** Aborts soon after the server has reached a stage. */
const abortAfter =
  (serve: Serve): NonNullable<Required<Kind>["server"]["serve"]> =>
  (exchange, { controller }) => {
    serve(exchange);
    setTimeout(() => controller.abort(), 10);
  };

const aborted = (name: string, serve: Serve, rest: Partial<Kind> = {}): Kind => ({
  name,
  server: { serve: abortAfter(serve) },
  options: own,
  ...rest,
  expect: { ...ABORTED, attempts: [1, 1], after: noListener },
});

const timedOut = (name: string, serve: Serve, rest: Partial<Kind> = {}): Kind => ({
  name,
  server: { serve },
  client: () => ({ timeoutMs: LIMIT }),
  expect: { ...LATE, attempts: [1, 3] },
  ...rest,
});

/** The caller aborts the call with a reason. */
const reason = (name: string, why: unknown): Kind => ({
  name: `an abort with ${name} as the reason`,
  server: {
    serve: (_, { controller }) => controller.abort(why),
  },
  options: own,
  expect: { ...because(why), attempts: [1, 1] },
});

/** Collects garbage: a call must not depend on collected timers and signals. */
const collected = (serve: Serve): Serve => {
  return (exchange) => {
    serve(exchange);
    collectGarbage();
  };
};

/** Aborts and timeouts at every stage of a call. */
export const stages: Group = {
  name: "Aborts and timeouts",
  about:
    "The caller's signal, or `timeoutMs`, ends the call at each stage. A timeout ends the attempt; an abort ends the call.",
  kinds: [
    {
      name: "an abort before the call",
      options: () => ({ signal: AbortSignal.abort("no need") }),
      expect: { ...because("no need"), attempts: [0, 0] },
    },
    {
      name: "an abort in the same turn as the call",
      options: ({ controller }) => {
        queueMicrotask(() => controller.abort());
        return own({ controller } as Scene);
      },
      expect: { ...ABORTED, attempts: [1, 1], requests: [0, 0], after: noListener },
    },
    {
      name: "an abort during a credential callback",
      credential: () => never,
      options: ({ controller }) => {
        setTimeout(() => controller.abort(), 10);
        return { signal: controller.signal };
      },
      expect: { ...ABORTED, attempts: [1, 1], requests: [0, 0], after: noListener },
    },
    {
      name: "an abort while connecting",
      at: https,
      server: {
        connect: (socket, { controller }) => void socket.once("data", () => controller.abort()),
      },
      options: own,
      expect: {
        ...ABORTED,
        attempts: [1, 1],
        requests: [0, 0],
        connecting: true,
        after: noListener,
      },
    },
    aborted("an abort while waiting for the response", silence),
    aborted("an abort while waiting for the response to a POST", silence, { verb: "generate" }),
    aborted("an abort while receiving the headers", saying(HEAD)),
    aborted("an abort while receiving the body", saying(`${HEAD}\r\n{"id":`)),
    aborted(
      "an abort while receiving the body of an error",
      saying(`${statusLine(500)}content-length: 9\r\n\r\n`),
    ),
    {
      name: "an abort between attempts",
      server: { serve: ({ respond }) => respond(503, { "retry-after": "30" }) },
      client: ({ controller }) => ({
        middleware: [
          (next: Handler): Handler =>
            async (call) => {
              const result = await next(call);
              setTimeout(() => controller.abort(), 30);
              return result;
            },
        ],
      }),
      options: own,
      expect: {
        error: "APIError",
        message: /^503 Service Unavailable$/,
        attempts: [1, 1],
        retried: ABORTED,
        after: noListener,
      },
    },
    {
      name: "an abort after the call",
      options: own,
      expect: {
        ...theConnection(),
        attempts: [1, 1],
        after(scene) {
          noListener(scene);
          scene.controller.abort();
        },
      },
    },
    {
      name: "an abort with fetchOptions.signal",
      server: { serve: abortAfter(silence) },
      options: (scene) => ({ fetchOptions: own(scene) }),
      expect: { ...ABORTED, attempts: [1, 1], after: noListener },
    },
    {
      name: "two signals, and signal aborts",
      server: { serve: abortAfter(silence) },
      options: (scene) => ({
        ...own(scene),
        fetchOptions: { signal: new AbortController().signal },
      }),
      expect: { ...ABORTED, attempts: [1, 1] },
    },
    {
      name: "two signals, and fetchOptions.signal aborts",
      server: { serve: abortAfter(silence) },
      options: (scene) => ({ signal: new AbortController().signal, fetchOptions: own(scene) }),
      expect: { ...ABORTED, attempts: [1, 1] },
    },
    {
      name: "an abort with AbortSignal.timeout()",
      server: { serve: silence },
      options: () => ({ signal: AbortSignal.timeout(2000) }),
      expect: {
        ...ABORTED,
        check: (error: Error) => assert.equal((error.cause as Error).name, "TimeoutError"),
        attempts: [1, 1],
      },
    },
    reason("null", null),
    reason("a symbol", Symbol("why")),
    reason("an error", new Error("enough")),
    reason(
      "an unreadable object",
      Object.defineProperties({}, { message: { get }, name: { get }, toString: { get } }),
    ),
    timedOut("a timeout during a credential callback", silence, {
      credential: () => never,
      expect: { ...LATE, attempts: [1, 3], requests: [0, 0] },
    }),
    timedOut("a timeout while connecting", silence, {
      at: https,
      server: { connect: () => {} },
      expect: { ...LATE, attempts: [1, 3], requests: [0, 0], connecting: true },
    }),
    timedOut("a timeout while waiting for the response", silence),
    timedOut("a timeout while receiving the headers", saying(HEAD)),
    timedOut("a timeout while receiving the body", saying(`${HEAD}\r\n{"id":`)),
    timedOut(
      "a timeout while receiving the body of an error",
      saying(`${statusLine(500)}content-length: 9\r\n\r\n`),
    ),
    {
      ...timedOut("a timeout, for a POST: the work may have been done", silence),
      verb: "generate",
      expect: { ...LATE, attempts: [1, 1] },
    },
    {
      name: "a delay between attempts that is longer than the timeout",
      server: {
        serve: (exchange) =>
          exchange.count === 1
            ? exchange.respond(503, { "retry-after-ms": "3300" })
            : good()(exchange),
      },
      client: () => ({ timeoutMs: 3000 }),
      expect: {
        error: "APIError",
        message: /^503 Service Unavailable$/,
        attempts: [1, 2],
        retried: theConnection(),
        waits: 3295,
      },
    },
    {
      name: "a timeout with a signal",
      server: { serve: silence },
      options: (scene) => ({ ...own(scene), timeoutMs: LIMIT }),
      expect: { ...LATE, attempts: [1, 3], after: noListener },
    },
    ...[0, -1, Infinity, 2 ** 40].map((timeoutMs): Kind => ({
      name: `timeoutMs: ${timeoutMs}, which disables the timeout`,
      options: () => ({ timeoutMs }),
      server: { serve: (exchange) => void setTimeout(() => good()(exchange), 20) },
      expect: { ...theConnection(), attempts: [1, 1] },
    })),
    {
      name: "a garbage collection while waiting, then a response",
      server: { serve: collected((exchange) => setTimeout(() => good()(exchange), 30)) },
      options: own,
      expect: { ...theConnection(), attempts: [1, 1], after: noListener },
    },
    timedOut("a garbage collection while waiting, then a timeout", collected(silence)),
    {
      name: "a garbage collection while waiting, then an abort",
      server: {
        serve: (exchange, { controller }) => {
          collected(silence)(exchange);
          setTimeout(() => controller.abort(), 40);
        },
      },
      options: own,
      expect: { ...ABORTED, attempts: [1, 1], after: noListener },
    },
    timedOut(
      "a garbage collection while receiving the body, then a timeout",
      collected(saying(`${HEAD}\r\n{"id":`)),
    ),
    {
      name: "a garbage collection while waiting with two signals, then an abort",
      server: {
        serve: (exchange, { controller }) => {
          collected(silence)(exchange);
          setTimeout(() => controller.abort(), 40);
        },
      },
      options: (scene) => ({ signal: new AbortController().signal, fetchOptions: own(scene) }),
      expect: { ...ABORTED, attempts: [1, 1] },
    },
    {
      name: "a garbage collection while receiving the body, then the rest",
      server: {
        serve: (exchange) => {
          const bytes = wire(200, { "content-type": "application/json" }, JSON_TEXT);
          collected(saying(bytes.subarray(0, 90)))(exchange);
          setTimeout(() => complete(bytes.subarray(90))(exchange), 30);
        },
      },
      expect: { ...theConnection(), attempts: [1, 1] },
    },
  ],
};

let collecting: NodeJS.Timeout | undefined;

/** Collects garbage, once for all runs that wait for it. Node exposes it only with a flag. */
function collectGarbage(): void {
  collecting ??= setTimeout(() => {
    collecting = undefined;
    setFlagsFromString("--expose-gc");
    (runInNewContext("gc") as () => void)(); // exposed by the flag
  }, 5);
}
