import axios from "axios";
import type { Connect } from "../client.js";
import type { Connection } from "./connection.js";

export const connect: Connect = (baseURL) => {
  const client = axios.create({ baseURL, headers: { "x-api-key": "key" } });
  return {
    get: async () => (await client.get<Connection>("/projects/p/connections/c")).data,
    list: async () => {
      const params = { groupRef: "group-123" };
      return (await client.get<Connection[]>("/projects/p/connections", { params })).data;
    },
  };
};
