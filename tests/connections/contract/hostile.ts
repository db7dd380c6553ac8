import { SDKError } from "connections-sdk";
import { expect, test } from "vitest";
import { type AnySDK, errorOf, functions, ground, methods } from "./calls.js";
import type { PlatformDescription } from "./description.js";

function boom(): never {
  throw new Error("boom");
}

/** Requests that throw when they are read, in every possible way. */
function bad(good: object): readonly (readonly [string, unknown])[] {
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const touchy = new Proxy(good, { get: boom, ownKeys: boom, has: boom });
  const throwing = (thrown: unknown): object =>
    Object.defineProperty({ ...good }, "projectIdOrName", {
      enumerable: true,
      get() {
        throw thrown;
      },
    });
  return [
    ["null", null],
    ["undefined", undefined],
    ["a number", 0],
    ["a text", "text"],
    ["an empty string", ""],
    ["a symbol", Symbol("s")],
    ["a bigint", 1n],
    ["a list", []],
    ["a function", boom],
    ["an empty object", {}],
    ["an object without a prototype", Object.create(null)],
    ["a date", new Date()],
    ["a map", new Map()],
    ["a promise", Promise.resolve(good)],
    ["a revoked proxy", revoked],
    ["a proxy that throws", touchy],
    ["a getter that throws", throwing(new Error("boom"))],
    ["a getter that throws null", throwing(null)],
    ["a getter that throws a symbol", throwing(Symbol("s"))],
    [
      "credentials that throw",
      {
        ...good,
        get credentials() {
          return boom();
        },
      },
    ],
    [
      "credentials whose type throws",
      {
        ...good,
        credentials: {
          get type() {
            return boom();
          },
        },
      },
    ],
    [
      "extra that throws",
      {
        ...good,
        get extra() {
          return boom();
        },
      },
    ],
    ["extra that is revoked", { ...good, extra: revoked }],
  ];
}

/** Whatever is passed, functions return an error of the SDK. */
export function hostile(platform: PlatformDescription): void {
  const on = ground(platform);
  const cases = on.verbs.flatMap(([name, verb]) =>
    bad(verb.request).map(([what, request]) => [name, what, request] as const),
  );

  test.for(cases)(
    "%s of %s is a result, and a rejection of the method",
    async ([name, , request]) => {
      const result = await functions[name](on.sdk(), request);
      // `list` and similar verbs read only their coordinates.
      if (!result.ok) expect(result.error).toBeInstanceOf(SDKError);
      on.served.emulator.reset();
      const method = methods[name](on.sdk(), request);
      if (result.ok) await method;
      else await expect(method).rejects.toMatchObject({ name: result.error.name });
    },
  );

  const options: (readonly [string, unknown])[] = [
    ["null", null],
    ["a string as timeout", { timeoutMs: "soon" }],
    ["a signal that is none", { signal: {} }],
    ["a header that cannot be sent", { headers: { "a b": "c" } }],
    ["a server that is none", { serverURL: "nowhere" }],
    [
      "options that throw",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("boom");
          },
        },
      ),
    ],
  ];
  const optionCases = on.verbs.flatMap(([name, verb]) =>
    options.map(([what, given]) => [name, what, verb.request, given] as const),
  );
  test.for(optionCases)("%s with options of %s is a result", async ([name, , request, given]) => {
    const result = await functions[name](on.sdk(), request, given as never);
    if (given === null) expect(result.ok).toBe(true);
    else expect(errorOf(result)).toBeInstanceOf(SDKError);
  });

  test.for([null, undefined, {}, 7, "sdk"])("a core that is %s is a result", async (core) => {
    for (const [name, verb] of on.verbs) {
      if (name === "scopes") continue; // may need no request
      const error = errorOf(await functions[name](core as unknown as AnySDK, verb.request));
      expect(error).toBeInstanceOf(SDKError);
    }
    // Without a platform, the verbs of the default one run.
    for (const name of on.unsupported) {
      const error = errorOf(await functions[name](core as unknown as AnySDK, {}));
      expect(error).toBeInstanceOf(SDKError);
    }
  });

  test("requests are never changed", async () => {
    for (const [name, verb] of on.verbs) {
      const request = structuredClone(verb.request);
      await functions[name](on.sdk(), deepFreeze(structuredClone(verb.request)));
      expect(request).toEqual(verb.request);
    }
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
