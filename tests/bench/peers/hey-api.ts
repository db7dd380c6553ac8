import { createClient } from "hey-api-sources/client/index";
import { getConnection, listConnections } from "hey-api-sources/sdk.gen";
import type { Connect } from "../client.js";

export const connect: Connect = (baseUrl) => {
  const client = createClient({ baseUrl, headers: { "x-api-key": "key" }, throwOnError: true });
  const path = { projectIdOrName: "p" };
  const query = { groupRef: "group-123" };
  return {
    get: async () =>
      (await getConnection({ client, path: { ...path, connectionId: "c" }, throwOnError: true }))
        .data,
    list: async () => (await listConnections({ client, path, query, throwOnError: true })).data,
  };
};
