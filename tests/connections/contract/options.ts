import { type Call, HTTPClient, type Logger, type Middleware, SDK } from "connections-sdk";
import { expect, test, vi } from "vitest";
import { arrived, errorOf, functions, ground, methods, requestsOf, writtenFor } from "./calls.js";
import type { PlatformDescription } from "./description.js";

/** Options apply wherever they are passed. */
export function options(platform: PlatformDescription): void {
  const on = ground(platform);
  const get = platform.verbs.get?.request ?? {};
  const lastHeaders = (): unknown => on.served.emulator.log.at(-1)?.headers;

  test.for(on.verbs)("%s sends headers, fetchOptions and idempotencyKey", async ([name, verb]) => {
    const options = {
      headers: { "x-one": "1" },
      fetchOptions: { headers: { "x-two": "2" } },
      idempotencyKey: "only-once",
    };
    await functions[name](on.sdk(), verb.request, options);
    await methods[name](on.sdk(), verb.request, options).then(undefined, () => {});
    for (const { headers } of on.served.emulator.log) {
      expect(headers).toMatchObject({
        "x-one": "1",
        "x-two": "2",
        "idempotency-key": "only-once",
      });
    }
    expect(on.served.emulator.log).toHaveLength(2 * requestsOf(verb).length);
  });

  test.for(on.verbs)("%s ends when its signal aborts", async ([name, verb]) => {
    const aborted = AbortSignal.abort(new Error("enough"));
    const options = { signal: aborted };
    const error = errorOf(await functions[name](on.sdk(), verb.request, options));
    expect(error).toMatchObject({ name: "RequestAbortedError" });
    expect(on.served.emulator.log).toEqual([]);

    on.served.emulator.fail({ delayMs: 2000 });
    const controller = new AbortController();
    const running = methods[name](on.sdk(), verb.request, { signal: controller.signal });
    void arrived(on).then(() => controller.abort());
    await expect(running).rejects.toMatchObject({ name: "RequestAbortedError" });
  });

  test.for(on.verbs)("%s accepts its own server, retries and retry codes", async ([name, verb]) => {
    on.served.emulator.fail({ status: 429, times: 2, body: "later" });
    const serverURL = `${on.served.serverURL(platform.name)}/`;
    const retries = { strategy: "none" } as const;
    const once = await functions[name](on.sdk(), verb.request, { retries, serverURL });
    expect(errorOf(once)).toMatchObject({ statusCode: 429 });
    const codes = await functions[name](on.sdk(), verb.request, { retryCodes: ["5XX"] });
    expect(errorOf(codes)).toMatchObject({ statusCode: 429 });
    expect(on.served.emulator.log).toHaveLength(2);
  });

  test("options beside the platform apply, and the platform's own take precedence", async () => {
    on.served.emulator.fail({ delayMs: 2000, times: "always" });
    const outer = { timeoutMs: 25, retryConfig: { strategy: "none" } } as const;
    const slow = await functions.get(on.sdk(outer), get);
    expect(errorOf(slow).message).toContain("25 ms");
    await arrived(on);
    on.served.emulator.reset();
    on.served.emulator.fail({ delayMs: 2000 });
    const serverURL = on.served.serverURL(platform.name);
    const inner = platform.make(writtenFor(platform, "key"), {
      serverURL,
      timeoutMs: 15,
      retryConfig: outer.retryConfig,
    });
    const sdk = new SDK({ timeoutMs: 10_000, serverURL: "http://127.0.0.1:9", platform: inner });
    expect(errorOf(await functions.get(sdk as never, get)).message).toContain("15 ms");
    await arrived(on);
  });

  test("an option that is undefined counts as absent", async () => {
    on.served.emulator.fail({ delayMs: 2000 });
    const inner = platform.make(writtenFor(platform, "key"), {
      serverURL: undefined,
      timeoutMs: undefined,
    });
    const serverURL = on.served.serverURL(platform.name);
    const sdk = new SDK({ serverURL, timeoutMs: 20, platform: inner });
    const options = { retries: { strategy: "none" } } as const;
    expect(errorOf(await functions.get(sdk as never, get, options)).message).toContain("20 ms");
    await arrived(on);
  });

  test("middleware and the HTTP client beside the platform see every attempt", async () => {
    const calls: Call[] = [];
    const middleware: Middleware = (next) => (call) => {
      calls.push(call);
      return next({ ...call, headers: { ...call.headers, "x-middleware": "yes" } });
    };
    const httpClient = new HTTPClient();
    httpClient.addHook("beforeRequest", (request) => request.headers.set("x-hook", "yes"));
    on.served.emulator.fail({ status: 503 });
    const sdk = on.sdk({ middleware: [middleware], httpClient, userAgent: "tests/1" });
    expect((await functions.get(sdk, get)).ok).toBe(true);
    expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(lastHeaders()).toMatchObject({
      "x-middleware": "yes",
      "x-hook": "yes",
      "user-agent": "tests/1",
    });
  });

  test("the key can come from the environment", async () => {
    vi.stubEnv(platform.keyVariable, writtenFor(platform, "key-from-environment"));
    const serverURL = on.served.serverURL(platform.name);
    const sdk = new SDK({ platform: platform.make(undefined, { serverURL }) });
    expect((await functions.get(sdk as never, get)).ok).toBe(true);
  });

  test("without a key nothing is sent, and the error says how to pass one", async () => {
    vi.stubEnv(platform.keyVariable, "");
    const serverURL = on.served.serverURL(platform.name);
    const sdk = new SDK({ platform: platform.make(undefined, { serverURL }) });
    const error = errorOf(await functions.get(sdk as never, get));
    expect(error.name).toBe("SDKValidationError");
    expect(error.message).toContain(platform.keyVariable);
    expect(on.served.emulator.log).toEqual([]);
  });

  test.for([
    ["1", true],
    ["true", true],
    ["false", false],
    ["0", false],
    ["", false],
  ] as const)("CONNECTIONS_SDK_DEBUG=%s", async ([value, on_]) => {
    vi.stubEnv("CONNECTIONS_SDK_DEBUG", value);
    const group = vi.spyOn(console, "group").mockImplementation(() => {});
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    await functions.get(on.sdk(), get);
    expect(group.mock.calls.length > 0).toBe(on_);
    expect(log.mock.calls.length > 0).toBe(on_);
  });

  test("a debug logger that is passed is used, whatever the environment says", async () => {
    vi.stubEnv("CONNECTIONS_SDK_DEBUG", "1");
    const spy = vi.spyOn(console, "group").mockImplementation(() => {});
    const lines: unknown[] = [];
    const debugLogger: Logger = {
      group: (label) => void lines.push(label),
      groupEnd() {},
      log: (message) => void lines.push(message),
    };
    await functions.get(on.sdk({ debugLogger }), get);
    expect(lines.join("\n")).toContain(" 200 ");
    expect(spy).not.toHaveBeenCalled();
  });
}
