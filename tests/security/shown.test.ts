/** What is shown of an SDK and of an error, with any tool. */
import { format, inspect } from "node:util";
import { expect, test } from "vitest";
import { SDK } from "connections-sdk";
import { HTTPClient } from "../../src/lib/index.js";
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
