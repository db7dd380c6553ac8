import { SDK, ampersand as onAmpersand } from "connections-sdk";
import type { Program } from "./program.js";
import { raw } from "./raw.js";
import { life } from "./verbs.js";

/** Ampersand. Wants a project, and a provider that takes an API key. */
export const ampersand: Program = {
  name: "ampersand",
  variables: ["SDKNODEPLATFORM_API_KEY_HEADER"],
  emulated: ["any-key"],
  settings: { project: "my-project", provider: "apollo" },
  sdk: ([apiKeyHeader = ""], serverURL, { httpClient }) =>
    new SDK({
      platform: onAmpersand({
        apiKeyHeader,
        serverURL,
        httpClient,
        retryConfig: { strategy: "none" },
      }),
    }),
  headers: ([key = ""]) => ({ "x-api-key": key }),
  steps: [
    ...life({
      generate: ({ ledger, settings }) => ({
        projectIdOrName: settings["project"] ?? "",
        groupRef: `${ledger.mark}-group`,
        consumerRef: `${ledger.mark}-user`,
        provider: settings["provider"] ?? "",
        credentials: { type: "apiKey", apiKey: ledger.mark },
      }),
      list: ({ ledger, settings }) => ({
        projectIdOrName: settings["project"] ?? "",
        groupRef: `${ledger.mark}-group`,
      }),
      update: { extra: { providerWorkspaceRef: "contract" } },
    }),
    raw("an unknown project", "GET", "/projects/{mark}/connections"),
    raw("no key", "GET", "/projects/{mark}/connections", undefined, { "x-api-key": "" }),
  ],
  async cleanUp({ sdk, ledger, settings }) {
    const list = { projectIdOrName: settings["project"] ?? "", groupRef: `${ledger.mark}-group` };
    const { connections } = await sdk.connections.list(list);
    for (const { coordinates } of connections) await sdk.connections.delete(coordinates);
  },
};
