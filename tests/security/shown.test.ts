/** What is shown of an SDK and of an error, with any tool. */
import { format, inspect, types } from "node:util";
import { expect, test } from "vitest";
import { SDK } from "connections-sdk";
import { ConnectionError, HTTPClient } from "../../src/lib/index.js";
import { coreOf, errorOf, thingsGet } from "../support/sdk.js";

const KEY = "canary-of-the-key";

test("the key of an SDK is not shown, not even with hidden members", () => {
  const sdk = new SDK({ apiKeyHeader: KEY });
  for (const shown of [sdk, { sdk }, coreOf("https://a.test", { apiKeyHeader: KEY })]) {
    const texts = [
      inspect(shown, { showHidden: true, depth: 20, getters: true }),
      format("%o", shown),
      format("%O", shown),
      format("%j", shown),
      inspect(Object.getOwnPropertyDescriptors(shown), { showHidden: true, depth: 20 }),
    ];
    expect(texts.join("\n")).not.toContain(KEY);
  }
});

test("the members of an error of a token server, a hook or a middleware are not shown with ours", async () => {
  const cause = Object.assign(new Error("down"), { config: { data: "client_secret=canary" } });
  const fail = (): never => {
    throw cause;
  };
  for (const options of [
    { apiKeyHeader: async () => fail() },
    { middleware: [() => async () => fail()] },
    { httpClient: new HTTPClient().addHook("beforeRequest", fail) },
    { httpClient: new HTTPClient({ fetcher: async () => fail() }) },
  ]) {
    const error = errorOf(await thingsGet(coreOf("https://a.test", options), { thingId: "t" }));
    expect(error.message).toContain("down");
    expect(error.cause).toBe(cause);
    const texts = [inspect(error, { showHidden: true, depth: 20 }), format("%o", error)];
    expect([...texts, JSON.stringify(error)].join("\n")).not.toContain("canary");
  }
});

test("the cause of an error can be read like that of any error, but nothing finds it to print it", async () => {
  const cause = new Error("canary");
  const core = coreOf("https://a.test", {
    httpClient: new HTTPClient({
      fetcher: async () => {
        throw cause;
      },
    }),
  });
  const error = errorOf(await thingsGet(core, { thingId: "t" }));
  expect(error.cause).toBe(cause);
  expect(error).toMatchObject({ name: "ConnectionError", cause: { message: "canary" } });
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toBeInstanceOf(Error);
  expect(types.isNativeError(error)).toBe(true);
  expect(inspect(error)).toMatch(/^ConnectionError: Connection to a\.test failed/);
  expect(Object.getOwnPropertyNames(error)).not.toContain("cause");
  expect(Object.getPrototypeOf(error)).toBe(ConnectionError.prototype);
  expect("cause" in error).toBe(false);
  expect("message" in error && "toString" in error).toBe(true);
});
