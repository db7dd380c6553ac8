import { SDK } from "connections-sdk";
import { mammoth as onMammoth } from "connections-sdk/mammoth";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import type { Program } from "./program.js";
import { raw } from "./raw.js";

/**
 * Mammoth. Reads only: a connection is made in a job that does not say which connection it made, so
 * a run could not tell its own from those of others.
 */
export const mammoth: Program = {
  name: "mammoth",
  variables: ["MAMMOTHANALYTICS_API_KEY", "MAMMOTHANALYTICS_API_SECRET"],
  emulated: ["any-key", "any-secret"],
  settings: { project: "4/12", connector: "postgres" },
  sdk: ([apiKey = "", apiSecret = ""], serverURL, { httpClient }) =>
    new SDK({
      platform: onMammoth({
        apiKey,
        apiSecret,
        serverURL,
        httpClient,
        retryConfig: { strategy: "none" },
      }),
    }),
  headers: ([key = "", secret = ""]) => ({ "x-api-key": key, "x-api-secret": secret }),
  steps: [
    {
      name: "list",
      run: ({ sdk, settings }) =>
        connectionsList(sdk, {
          projectIdOrName: settings["project"] ?? "",
          provider: settings["connector"] ?? "",
        }),
    },
    raw("no key", "GET", "/workspaces/4/projects/12/connectors/postgres/connections", undefined, {
      "x-api-key": "",
      "x-api-secret": "",
    }),
  ],
  cleanUp: () => Promise.resolve(),
};
