import { SDK } from "connections-sdk";
import { codat as onCodat } from "connections-sdk/codat";
import type { Program } from "./program.js";
import { raw } from "./raw.js";
import { life } from "./verbs.js";

/** Codat. Wants a company that may have another connection for a while, and an integration. */
export const codat: Program = {
  name: "codat",
  variables: ["CODATPLATFORM_AUTH_HEADER"],
  emulated: [`Basic ${btoa("any-key")}`],
  settings: { company: "8a210b68-6988-11ed-a1eb-0242ac120002", provider: "fztf" },
  sdk: ([authHeader = ""], serverURL, { httpClient }) =>
    new SDK({
      platform: onCodat({
        authHeader,
        serverURL,
        httpClient,
        retryConfig: { strategy: "none" },
      }),
    }),
  headers: ([authorization = ""]) => ({ authorization }),
  steps: [
    ...life({
      generate: ({ settings }) => ({
        groupRef: settings["company"] ?? "",
        provider: settings["provider"] ?? "",
      }),
      list: ({ settings }) => ({
        groupRef: settings["company"] ?? "",
        provider: settings["provider"] ?? "",
      }),
      unlinks: true,
    }),
    raw("an unknown company", "GET", "/companies/00000000-0000-0000-0000-000000000000/connections"),
    raw("no key", "GET", "/companies/{mark}/connections", undefined, { authorization: "" }),
  ],
  async cleanUp({ sdk, made }) {
    if (made) await sdk.connections.delete(made).catch(() => {}); // may be deleted already
  },
};
