import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import type { Fault } from "connections-sdk/testing";
import { expect, test } from "vitest";
import { manualDeadline } from "../../support/deadline.js";
import { arrived, collect, errorOf, functions, ground, methods, requestsOf } from "./calls.js";
import type { PlatformDescription } from "./description.js";

/** The errors of the unified API when the platform or the network fails. */
export function failures(platform: PlatformDescription): void {
  const on = ground(platform);
  const get = platform.verbs.get?.request ?? {};
  const generate = platform.verbs.generate?.request ?? {};
  const statuses = (): unknown[] => on.served.emulator.log.map(({ status }) => status);

  const absent = on.verbs.flatMap(([name, { absent }]) =>
    absent ? [[name, absent] as const] : [],
  );
  test.for(absent)(
    "%s of an unknown connection is the platform's own error",
    async ([name, missing]) => {
      const error = errorOf(await functions[name](on.sdk(), missing.request));
      const { status = 404 } = missing;
      expect(error).toMatchObject({ name: missing.error, statusCode: status, kind: "notFound" });
      expect(error.message).toMatch(new RegExp(`^${status} [A-Z][A-Za-z ]+: .`));
      await expect(methods[name](on.sdk(), missing.request)).rejects.toMatchObject({
        name: missing.error,
      });
      expect(statuses()).toEqual([status, status]);
    },
  );

  test.for(on.verbs)(
    "%s with an invalid key is unauthorized, and not retried",
    async ([name, verb]) => {
      const error = errorOf(await functions[name](on.sdk({}, "invalid-key"), verb.request));
      const { unauthorized, unauthorizedStatus = 401 } = platform;
      expect(error.name).toMatch(unauthorized);
      expect(error).toMatchObject({ statusCode: unauthorizedStatus, kind: "unauthorized" });
      expect(statuses()).toEqual([unauthorizedStatus]);
    },
  );

  const kinds: [number, string][] = [
    [409, "conflict"],
    [422, "invalidRequest"],
    [429, "rateLimited"],
    [500, "server"],
    [503, "unavailable"],
  ];
  test.for(kinds)(
    "%d is %s in every verb, and so is a page that follows",
    async ([status, kind]) => {
      on.served.emulator.fail({ status, times: "always" });
      for (const [name, { request }] of on.verbs) {
        const options = { retries: { strategy: "none" } } as const;
        expect(errorOf(await functions[name](on.sdk(), request, options))).toMatchObject({ kind });
      }
      const pages = await collect(connectionsList(on.sdk(), platform.verbs.list?.request ?? {}));
      expect(pages).toMatchObject([{ ok: false, error: { kind } }]);
    },
  );

  test.for(platform.situations ?? [])("%s", async ([, verb, request, expected]) => {
    expect(await functions[verb](on.sdk(), request)).toMatchObject(expected);
  });

  test.for(on.verbs)("%s is retried after a 429", async ([name, verb]) => {
    on.served.emulator.fail({ status: 429, headers: { "retry-after-ms": "20" } });
    const started = performance.now();
    expect((await functions[name](on.sdk(), verb.request)).ok).toBe(true);
    expect(performance.now() - started).toBeGreaterThanOrEqual(19);
    expect(statuses().slice(0, 2)).toEqual([429, on.served.emulator.log[1]?.status]);
    expect(statuses()).toHaveLength(1 + requestsOf(verb).length);
  });

  test("a retry waits for the seconds of Retry-After", async () => {
    on.served.emulator.fail({ status: 429, retryAfter: 1 });
    const started = performance.now();
    expect((await connectionsGet(on.sdk(), get)).ok).toBe(true);
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
  });

  test("a reading call is retried after a 503, with three attempts in total", async () => {
    on.served.emulator.fail({ status: 503, times: 2 });
    expect((await connectionsGet(on.sdk(), get)).ok).toBe(true);
    expect(statuses()).toEqual([503, 503, 200]);
    on.served.emulator.fail({ status: 503, times: "always" });
    expect(errorOf(await connectionsGet(on.sdk(), get))).toMatchObject({ statusCode: 503 });
    expect(statuses()).toHaveLength(6);
  });

  const twice: Fault[] = [
    { status: 503, processed: true },
    { status: 500, processed: true },
    { status: 504, processed: true },
    { reset: "headers" },
    { reset: "body" },
    { truncate: true },
    { malformed: true },
    { delayMs: 60_000 },
  ];
  test.for(twice)("generate creates nothing twice after %o", async (fault) => {
    const before = platform.count(on.served.emulator);
    on.served.emulator.fail({ ...fault, method: "POST" });
    const { timeoutMs, expire } = manualDeadline();
    const call = connectionsGenerate(on.sdk(), generate, { timeoutMs });
    await arrived(on, "POST");
    if (fault.delayMs !== undefined) expire();
    expect((await call).ok).toBe(false);
    expect(on.served.emulator.log.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(platform.count(on.served.emulator) - before).toBeLessThanOrEqual(1);
  });

  const faulty: [Fault, number, object][] = [
    [{ malformed: true, times: "always" }, 1, { name: "ResponseValidationError", statusCode: 200 }],
    [
      { body: "<html>" },
      1,
      { name: "ResponseValidationError", statusCode: 200, message: /content type ".*(html|plain)/ },
    ],
    [
      { body: "<html>", contentType: "application/json" },
      1,
      { name: "ResponseValidationError", statusCode: 200, rawValue: "<html>" },
    ],
    [{ body: "", contentType: "application/json" }, 1, { name: "ResponseValidationError" }],
    [{ truncate: true, times: "always" }, 3, { name: "ConnectionError" }],
    [{ reset: "before", times: "always" }, 3, { name: "ConnectionError" }],
    [{ reset: "headers", times: "always" }, 3, { name: "ConnectionError" }],
    [{ reset: "body", times: "always" }, 3, { name: "ConnectionError" }],
    [{ status: 502 }, 2, {}],
    [{ status: 418 }, 1, { statusCode: 418 }],
    [{ status: 418, body: "short and stout" }, 1, { message: "418 I'm a Teapot: short and stout" }],
    [{ status: 418, body: "<p>" }, 1, { name: "APIError", body: "<p>" }],
    [{ status: 418, body: { error: "no" } }, 1, { name: "APIError", message: /: no$/ }],
  ];
  test.for(faulty)(
    "get with the response %o is sent %i times",
    async ([fault, times, expected]) => {
      on.served.emulator.fail(fault);
      const result = await connectionsGet(on.sdk(), get);
      expect(on.served.emulator.log).toHaveLength(times);
      if (Object.keys(expected).length === 0) expect(result.ok).toBe(true);
      else expect(plain(errorOf(result))).toMatchObject(matchers(expected));
    },
  );

  test.for(on.verbs)("%s that takes too long is a RequestTimeoutError", async ([name, verb]) => {
    on.served.emulator.fail({ delayMs: 2000, times: "always" });
    const options = { timeoutMs: 30, retries: { strategy: "none" } } as const;
    const error = errorOf(await functions[name](on.sdk(), verb.request, options));
    expect(error).toMatchObject({ name: "RequestTimeoutError" });
    expect(error.message).toContain("30 ms");
    await arrived(on);
  });

  test("an unreachable server is a ConnectionError with its code", async () => {
    const options = { serverURL: "http://127.0.0.1:1023", retries: { strategy: "none" } } as const;
    for (const [name, verb] of on.verbs) {
      const error = errorOf(await functions[name](on.sdk(), verb.request, options));
      expect(error).toMatchObject({ name: "ConnectionError" });
    }
  });

  test("an outage rejects no function, and a method throws what its function returns", async () => {
    on.served.emulator.fail({ status: 502, times: "always" });
    for (const [name, verb] of on.verbs) {
      const error = errorOf(await functions[name](on.sdk(), verb.request));
      await expect(methods[name](on.sdk(), verb.request)).rejects.toMatchObject({
        name: error.name,
        statusCode: 502,
      });
    }
  });
}

/** The members of an error, including hidden ones. */
function plain(error: Error): Record<string, unknown> {
  const { name, message } = error;
  const members = Object.getOwnPropertyNames(error).map((key) => [key, Reflect.get(error, key)]);
  return { ...Object.fromEntries(members), name, message };
}

function matchers(expected: object): object {
  return Object.fromEntries(
    Object.entries(expected).map(([key, value]) => [
      key,
      value instanceof RegExp ? (expect.stringMatching(value) as unknown) : value,
    ]),
  );
}
