import { format, inspect } from "node:util";
import { HTTPClient, type Result } from "connections-sdk";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { functions, ground, methods } from "./calls.js";
import type { PlatformDescription } from "./description.js";

const CANARY = "c4nary0fTheCustomer";

/** What `connection.metadata` shows: facts that you or the platform stored, not credentials. */
const SHOWN = new Set(["connectionInfo", "metadata", "providerMetadata", "tags"]);

/** A value with a token in every object, as a platform could add one tomorrow. */
function withTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTokens);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    SHOWN.has(name) ? member : withTokens(member),
  ]);
  return { ...Object.fromEntries(members), access_token: CANARY };
}

/** A server whose successful responses have a token in every object. */
const leaky = new HTTPClient({
  fetcher: async (request) => {
    const response = await fetch(request);
    const isJSON = response.headers.get("content-type")?.startsWith("application/json") === true;
    if (!response.ok || !isJSON) return response;
    return new Response(JSON.stringify(withTokens(await response.json())), response);
  },
});

/** What programs do with what a verb returned. */
const uses: Readonly<Record<string, (value: never) => string | Promise<string>>> = {
  "JSON.stringify": (value) => JSON.stringify(value) ?? "",
  "console.log": (value) => format(value),
  "console.log with %o": (value) => format("%o", value),
  "util.inspect, all the way down": (value) => inspect(value, { depth: Infinity }),
  structuredClone: (value) =>
    inspect(structuredClone(value), { depth: Infinity, showHidden: true }),
  "a copy": (value) => inspect({ ...(value as object) }, { depth: Infinity, showHidden: true }),
  "c.json of Hono": async (value) => {
    const app = new Hono().get("/", (c) => c.json(value));
    return (await app.request("/")).text();
  },
  "Response.json": (value) => (value === undefined ? "" : Response.json(value).text()),
};

/** No token of a customer leaves with what a verb returned, unless `raw` is read. */
export function canaries(platform: PlatformDescription): void {
  const on = ground(platform);

  test.for(on.verbs)("what %s returns shows no token, however it is used", async ([name, verb]) => {
    const sdk = on.sdk({ httpClient: leaky });
    const result = (await functions[name](sdk, verb.request)) as Result<unknown, Error>;
    if (!result.ok) throw result.error;
    on.served.emulator.reset();
    const value = await methods[name](sdk, verb.request);
    for (const one of [value, result.value, result, { result }, [value]])
      for (const [what, use] of Object.entries(uses))
        expect(await use(one as never), what).not.toContain(CANARY);
  });

  test("where a customer signs in again shows no token", async () => {
    for (const name of ["generate", "updateAuthorization"] as const) {
      const { credentials: _, ...request } = platform.verbs[name]?.request ?? {};
      const result = await functions[name](on.sdk({ httpClient: leaky }), request);
      for (const [what, use] of Object.entries(uses))
        expect(await use(result as never), what).not.toContain(CANARY);
    }
  });

  test("raw has the token, so that the canary sings", async () => {
    const { raw } = await on
      .sdk({ httpClient: leaky })
      .connections.get(platform.verbs.get?.request);
    expect(inspect(raw, { depth: Infinity })).toContain(CANARY);
  });
}
