import { CodatPlatform } from "@codat/platform";
import type { Connect } from "../client.js";

export const connect: Connect = (serverURL) => {
  const client = new CodatPlatform({ authHeader: "Basic key", serverURL });
  return {
    get: () => client.connections.get({ companyId: "company", connectionId: "c" }),
    list: async () => (await client.connections.list({ companyId: "company" })).results ?? [],
  };
};
