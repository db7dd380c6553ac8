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
const ABORTED = { error: "RequestAbortedError", message: /^The call was aborted by its signal$/ };
const LATE = {
  error: "RequestTimeoutError",
  message: /^No complete answer within 120 ms \(timeoutMs\)$/,
};
const https = (url: string): string => url.replace("http:", "https:");
const get = (): never => {
  throw new Error("no");
};
const never = new Promise<never>(() => {});

/** The error tells why the caller ended the call. */
const because = (reason: unknown): Ending => ({
  ...ABORTED,
  check: (error: Error) => assert.equal(error.cause, reason),
});

const noListener = ({ controller }: Scene): void =>
  assert.equal(getEventListeners(controller.signal, "abort").length, 0);

const own = ({ controller }: Scene): object => ({ signal: controller.signal });

/** Aborts soon after the server has come to a stage. */
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

/** The caller ends the call for a reason of this sort. */
const reason = (name: string, why: unknown): Kind => ({
  name: `abort with ${name} as the reason`,
  server: {
    serve: (_, { controller }) => controller.abort(why),
  },
  options: own,
  expect: { ...because(why), attempts: [1, 1] },
});

/** Timers and signals that are collected do not end a call. */
const collected = (serve: Serve): Serve => {
  return (exchange) => {
    serve(exchange);
    collectGarbage();
  };
};

/** The call ends, whatever it is waiting for. */
export const stages: Group = {
  name: "Aborts and timeouts",
  about:
    "The caller's signal or `timeoutMs` ends the call at each stage. A timeout ends an attempt, an abort ends the whole call.",
  kinds: [
    {
      name: "abort before the call",
      options: () => ({ signal: AbortSignal.abort("no need") }),
      expect: { ...because("no need"), attempts: [0, 0] },
    },
    {
      name: "abort in the same tick as the call",
      options: ({ controller }) => {
        queueMicrotask(() => controller.abort());
        return own({ controller } as Scene);
      },
      expect: { ...ABORTED, attempts: [1, 1], requests: [0, 0], after: noListener },
    },
    {
      name: "abort during the credential callback",
      credential: () => never,
      options: ({ controller }) => {
        setTimeout(() => controller.abort(), 10);
        return { signal: controller.signal };
      },
      expect: { ...ABORTED, attempts: [1, 1], requests: [0, 0], after: noListener },
    },
    {
      name: "abort while connecting",
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
    aborted("abort while waiting for the response", silence),
    aborted("abort while waiting for the response, POST", silence, { verb: "generate" }),
    aborted("abort in the headers", saying(HEAD)),
    aborted("abort in the body", saying(`${HEAD}\r\n{"id":`)),
    aborted(
      "abort in the body of an error response",
      saying(`${statusLine(500)}content-length: 9\r\n\r\n`),
    ),
    {
      name: "abort between attempts",
      server: { serve: ({ answer }) => answer(503, { "retry-after": "30" }) },
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
      name: "abort after the call has ended",
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
      name: "abort by fetchOptions.signal",
      server: { serve: abortAfter(silence) },
      options: (scene) => ({ fetchOptions: own(scene) }),
      expect: { ...ABORTED, attempts: [1, 1], after: noListener },
    },
    {
      name: "two signals, signal aborts",
      server: { serve: abortAfter(silence) },
      options: (scene) => ({
        ...own(scene),
        fetchOptions: { signal: new AbortController().signal },
      }),
      expect: { ...ABORTED, attempts: [1, 1] },
    },
    {
      name: "two signals, fetchOptions.signal aborts",
      server: { serve: abortAfter(silence) },
      options: (scene) => ({ signal: new AbortController().signal, fetchOptions: own(scene) }),
      expect: { ...ABORTED, attempts: [1, 1] },
    },
    {
      name: "AbortSignal.timeout() of the caller, which counts as an abort",
      server: { serve: silence },
      options: () => ({ signal: AbortSignal.timeout(400) }),
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
      "an object with throwing getters",
      Object.defineProperties({}, { message: { get }, name: { get }, toString: { get } }),
    ),
    timedOut("timeout during the credential callback", silence, {
      credential: () => never,
      expect: { ...LATE, attempts: [1, 3], requests: [0, 0] },
    }),
    timedOut("timeout while connecting", silence, {
      at: https,
      server: { connect: () => {} },
      expect: { ...LATE, attempts: [1, 3], requests: [0, 0], connecting: true },
    }),
    timedOut("timeout while waiting for the response", silence),
    timedOut("timeout in the headers", saying(HEAD)),
    timedOut("timeout in the body", saying(`${HEAD}\r\n{"id":`)),
    timedOut(
      "timeout in the body of an error response",
      saying(`${statusLine(500)}content-length: 9\r\n\r\n`),
    ),
    {
      ...timedOut("timeout, POST: the server may have processed it", silence),
      verb: "generate",
      expect: { ...LATE, attempts: [1, 1] },
    },
    {
      name: "wait between attempts longer than the timeout",
      server: {
        serve: (exchange) =>
          exchange.count === 1
            ? exchange.answer(503, { "retry-after-ms": "1300" })
            : good()(exchange),
      },
      client: () => ({ timeoutMs: 1000 }),
      expect: {
        error: "APIError",
        message: /^503 Service Unavailable$/,
        attempts: [1, 2],
        retried: theConnection(),
        waits: 1295,
      },
    },
    {
      name: "timeout of the call together with a signal",
      server: { serve: silence },
      options: (scene) => ({ ...own(scene), timeoutMs: LIMIT }),
      expect: { ...LATE, attempts: [1, 3], after: noListener },
    },
    ...[0, -1, Infinity, 2 ** 40].map((timeoutMs): Kind => ({
      name: `timeoutMs ${timeoutMs}, which disables the timeout`,
      options: () => ({ timeoutMs }),
      server: { serve: (exchange) => void setTimeout(() => good()(exchange), 20) },
      expect: { ...theConnection(), attempts: [1, 1] },
    })),
    {
      name: "garbage collection while waiting, then a response",
      server: { serve: collected((exchange) => setTimeout(() => good()(exchange), 30)) },
      options: own,
      expect: { ...theConnection(), attempts: [1, 1], after: noListener },
    },
    timedOut("garbage collection while waiting, then a timeout", collected(silence)),
    {
      name: "garbage collection while waiting, then an abort",
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
      "garbage collection in the body, then a timeout",
      collected(saying(`${HEAD}\r\n{"id":`)),
    ),
    {
      name: "garbage collection with two signals, then an abort",
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
      name: "garbage collection in the body, then the rest of it",
      server: {
        serve: (exchange) => {
          const octets = wire(200, { "content-type": "application/json" }, JSON_TEXT);
          collected(saying(octets.subarray(0, 90)))(exchange);
          setTimeout(() => complete(octets.subarray(90))(exchange), 30);
        },
      },
      expect: { ...theConnection(), attempts: [1, 1] },
    },
  ],
};

let collecting: NodeJS.Timeout | undefined;

/** A garbage collection, which Node keeps to itself unless it is asked: one for all that wait for it. */
function collectGarbage(): void {
  collecting ??= setTimeout(() => {
    collecting = undefined;
    setFlagsFromString("--expose-gc");
    (runInNewContext("gc") as () => void)(); // what the flag exposes
  }, 5);
}
