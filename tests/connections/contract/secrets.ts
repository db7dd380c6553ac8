import { inspect } from "node:util";
import { SDKValidationError } from "connections-sdk";
import { expect, test, vi } from "vitest";
import { KEY, errorOf, functions, ground, writtenFor } from "./calls.js";
import type { PlatformDescription } from "./description.js";

/** Prints a value in the ways that people print it while debugging. */
function shown(value: unknown): string {
  const text = inspect(value, { depth: 20 });
  return [text, JSON.stringify(value), String(value), (value as Error).stack].join("\n");
}

/** Keys and credentials do not appear in anything that is printed. */
export function secrets(platform: PlatformDescription): void {
  const on = ground(platform);
  const key = writtenFor(platform, KEY);
  const SECRET = "credential-that-must-not-show";

  test("an SDK, its parts and its platform show no key", () => {
    const sdk = on.sdk();
    const { connections } = sdk;
    const parts = [sdk, connections, connections.metadata, { sdk }, [sdk], sdk.connection];
    for (const part of [...parts, platform.make(key)]) expect(shown(part)).not.toContain(key);
    expect(Object.keys(sdk)).toEqual([]);
    expect(structuredClone({ ...sdk })).toEqual({});
  });

  test("errors contain no key, not even one that the server echoes", async () => {
    for (const status of [400, 401, 404, 418, 500]) {
      on.served.emulator.fail({ status, body: { detail: `The key ${key} is bad`, echo: key } });
      const [name] = ["get"] as const;
      const once = { retries: { strategy: "none" } } as const;
      const error = errorOf(await functions[name](on.sdk(), platform.verbs.get?.request, once));
      expect(error).toMatchObject({ statusCode: status });
      expect(shown(error)).not.toContain(key);
    }
  });

  test("errors of calls that were not sent contain no credentials", async () => {
    const credentials = [
      { type: SECRET.slice(0, 4), apiKey: SECRET },
      { type: "basic", username: SECRET, password: [SECRET] },
      { type: "apiKey", apiKey: { key: SECRET } },
      SECRET,
      [SECRET],
    ];
    for (const one of credentials) {
      const request = { ...platform.verbs.generate?.request, credentials: one };
      const error = errorOf(await functions.generate(on.sdk(), request));
      expect(error).toBeInstanceOf(SDKValidationError);
      expect(shown(error) + (error as SDKValidationError).pretty()).not.toContain(SECRET);
    }
    expect(on.served.emulator.log).toEqual([]);
  });

  test("debug lines contain no key and no credentials", async () => {
    vi.stubEnv("CONNECTIONS_SDK_DEBUG", "true");
    const lines: unknown[] = [];
    for (const method of ["log", "group", "info", "debug", "error"] as const) {
      vi.spyOn(console, method).mockImplementation(
        (...args: unknown[]) => void lines.push(...args),
      );
    }
    for (const [name, verb] of on.verbs) await functions[name](on.sdk(), verb.request);
    expect(lines.length).toBeGreaterThan(on.verbs.length);
    expect(lines.join("\n")).not.toContain(key);
    expect(lines.join("\n")).toContain(platform.verbs.get?.sends.path);
  });

  test("$inspect shows no key", async () => {
    const promise = functions.get(on.sdk(), platform.verbs.get?.request);
    const [, inspection] = await (promise as unknown as Inspectable).$inspect();
    expect(shown(inspection)).not.toContain(key);
  });
}

interface Inspectable {
  $inspect(): Promise<[unknown, unknown]>;
}
