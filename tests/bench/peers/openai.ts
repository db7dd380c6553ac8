import OpenAI from "openai";
import type { Connect } from "../client.js";
import type { Connection } from "./connection.js";

export const connect: Connect = (baseURL) => {
  const client = new OpenAI({ apiKey: "key", baseURL });
  return {
    get: () => client.get<Connection>("/projects/p/connections/c"),
    list: () =>
      client.get<Connection[]>("/projects/p/connections", { query: { groupRef: "group-123" } }),
  };
};
