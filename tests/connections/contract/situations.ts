import type { ErrorKind } from "connections-sdk";
import type { Fault } from "connections-sdk/testing";
import { expect, test } from "vitest";
import { arrived, errorOf, functions, ground, methods, requestsOf } from "./calls.js";
import type { PlatformDescription } from "./description.js";

/** Retries are off: what is tested is the error of one attempt. */
const once = { retries: { strategy: "none" } } as const;

/** Methods that can be sent again (RFC 9110 section 9.2.2). */
const IDEMPOTENT = new Set(["GET", "PUT", "DELETE"]);

/** The platforms whose documents list every 5XX as one to retry. */
const LISTS_500 = new Set(["ampersand", "codat"]);

/** A situation that a server reports by its status. */
interface Situation {
  readonly name: string;
  readonly fault: Fault;
  readonly kind: ErrorKind;
  /** Where a platform means something else by this status. */
  readonly unless?: Readonly<Record<string, ErrorKind>>;
  /**
   * Whether the call can be made again: always, never, if that cannot do the work twice, or if the
   * platform's document lists the status too.
   */
  readonly retryable: "always" | "never" | "idempotent" | "listed";
}

const situations: readonly Situation[] = [
  {
    name: "our key is refused (401)",
    fault: { status: 401 },
    kind: "unauthorized",
    retryable: "never",
  },
  {
    name: "our key lacks a scope (403)",
    fault: { status: 403 },
    kind: "forbidden",
    // Mammoth has no scopes, and refuses keys so.
    unless: { mammoth: "unauthorized" },
    retryable: "never",
  },
  { name: "it is gone (404)", fault: { status: 404 }, kind: "notFound", retryable: "never" },
  { name: "it is gone (410)", fault: { status: 410 }, kind: "notFound", retryable: "never" },
  {
    name: "the request is invalid (422)",
    fault: { status: 422 },
    kind: "invalidRequest",
    retryable: "never",
  },
  { name: "a conflict (409)", fault: { status: 409 }, kind: "conflict", retryable: "never" },
  {
    name: "too many requests (429)",
    fault: { status: 429, retryAfter: 1 },
    kind: "rateLimited",
    retryable: "always",
  },
  {
    name: "an outage (503)",
    fault: { status: 503 },
    kind: "unavailable",
    retryable: "idempotent",
  },
  {
    name: "an outage that says when it ends (503)",
    fault: { status: 503, retryAfter: 1 },
    kind: "unavailable",
    retryable: "always",
  },
  {
    name: "a gateway without a server (502)",
    fault: { status: 502 },
    kind: "unavailable",
    retryable: "idempotent",
  },
  {
    name: "a server that fails (500)",
    fault: { status: 500 },
    kind: "server",
    retryable: "listed",
  },
];

/** Network failures, and the error of each. */
const failures: readonly (readonly [name: string, fault: Fault, error: string])[] = [
  ["a reset before the response", { reset: "before" }, "ConnectionError"],
  ["no response in time", { delayMs: 1500 }, "RequestTimeoutError"],
];

/** What each verb says in each situation: the `kind` of its error, and whether to try again. */
export function inSituations(platform: PlatformDescription): void {
  const on = ground(platform);
  /** The method of the first request of each verb: the one that fails. */
  const rows = on.verbs.map(([name, verb]) => {
    const [first = verb.sends] = requestsOf(verb);
    // A check has the platform renew a token, whatever its method is.
    return [name, verb.request, IDEMPOTENT.has(first.method) && name !== "check"] as const;
  });

  for (const { name, fault, kind, unless = {}, retryable } of situations) {
    test.for(rows)(`${name}: %s`, async ([verb, request, isIdempotent]) => {
      on.served.emulator.fail({ ...fault, times: "always" });
      const expected = {
        statusCode: fault.status,
        kind: unless[platform.name] ?? kind,
        retryable:
          retryable === "always" ||
          (retryable === "idempotent" && isIdempotent) ||
          (retryable === "listed" && isIdempotent && LISTS_500.has(platform.name)),
      };
      expect(errorOf(await functions[verb](on.sdk(), request, once))).toMatchObject(expected);
      await expect(methods[verb](on.sdk(), request, once)).rejects.toMatchObject(expected);
    });
  }

  for (const [name, fault, error] of failures) {
    test.for(rows)(`${name}: %s`, async ([verb, request, isIdempotent]) => {
      on.served.emulator.fail({ ...fault, times: "always" });
      const options = fault.delayMs === undefined ? once : { ...once, timeoutMs: 30 };
      const result = await functions[verb](on.sdk(), request, options);
      expect(errorOf(result)).toMatchObject({ name: error, retryable: isIdempotent });
      expect(errorOf(result)).not.toHaveProperty("kind", expect.any(String));
      await arrived(on);
    });
  }

  test.for(rows)("a server that cannot be reached: %s", async ([verb, request]) => {
    const options = { ...once, serverURL: "http://127.0.0.1:1023" };
    const error = errorOf(await functions[verb](on.sdk(), request, options));
    expect(error).toMatchObject({ name: "ConnectionError", retryable: true });
  });
}
