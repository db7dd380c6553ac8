import { SDKNodePlatformCore } from "connections-sdk/ampersand";
import { connectionsGet } from "connections-sdk/ampersand/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
import type { Client, Connect } from "../client.js";

/** The standalone functions with the default transport. */
export const connect: Connect = (serverURL) =>
  functionsOf(new SDKNodePlatformCore({ apiKeyHeader: "key", serverURL }));

/** The standalone functions with other options of the core. */
export function functionsOf(core: SDKNodePlatformCore): Client {
  return {
    async get() {
      const result = await connectionsGet(core, { projectIdOrName: "p", connectionId: "c" });
      if (!result.ok) throw result.error;
      return result.value;
    },
    async list() {
      const result = await connectionsList(core, { projectIdOrName: "p", groupRef: "group-123" });
      if (!result.ok) throw result.error;
      return result.value;
    },
  };
}
