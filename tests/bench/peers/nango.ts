import { Nango } from "@nangohq/node";
import type { Connect } from "../client.js";

export const connect: Connect = (host) => {
  const client = new Nango({ secretKey: "key", host });
  return {
    get: () => client.getConnection("salesforce", "c"),
    list: async () => (await client.listConnections({ userId: "user-1" })).connections,
  };
};
