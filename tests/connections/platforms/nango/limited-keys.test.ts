/** Keys of Nango that lack the scope of a verb: the error of each. */
import { SDK } from "connections-sdk";
import { nango } from "connections-sdk/nango";
import { serve } from "connections-sdk/testing";
import { expect, test } from "vitest";
import { type AnySDK, errorOf, functions } from "../../contract/calls.js";

const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
const one = { provider: "hubspot", connectionId: "hubspot-acme" };
const credentials = { type: "apiKey", apiKey: "k" };

const rows = [
  ["list", {}],
  ["get", one],
  ["generate", { provider: "apollo", credentials }],
  ["update", { ...one, extra: { tags: { plan: "x" } } }],
  ["updateAuthorization", { ...one, credentials }],
  ["delete", one],
  ["check", one],
  ["metadata.set", { ...one, metadata: { a: 1 } }],
  ["metadata.update", { ...one, metadata: { a: 1 } }],
] as const;
test.for(rows)(
  "%s without its scope is forbidden, and not tried again",
  async ([verb, request]) => {
    await using served = await serve({
      nango: { scopes: { [apiKey]: ["connect_sessions:write"] } },
    });
    const platform = nango({ apiKey, serverURL: served.serverURL("nango") });
    const sdk = new SDK({ platform }) as unknown as AnySDK; // for requests of any type
    const error = errorOf(await functions[verb](sdk, request));
    expect(error).toMatchObject({ kind: "forbidden", statusCode: 403, retryable: false });
    expect(error.message).toContain("Insufficient scope");
    expect(served.emulator.log).toHaveLength(1);
  },
);
