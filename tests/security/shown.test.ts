/** What shows of an SDK and of an error, to whoever looks with whatever. */
import { format, inspect } from "node:util";
import { expect, test } from "vitest";
import { SDK } from "connections-sdk";
import { HTTPClient } from "../../src/lib/index.js";
import { coreOf, errorOf, thingsGet } from "../support/sdk.js";

const KEY = "canary-of-the-key";

test("not even one who asks for hidden members sees the key of an SDK", () => {
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

test("what a token server's, a hook's or a middleware's error holds does not show with ours", async () => {
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
