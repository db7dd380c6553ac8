import ky from "ky";
import type { Connect } from "../client.js";
import type { Connection } from "./connection.js";

export const connect: Connect = (prefixUrl) => {
  const client = ky.create({ prefixUrl, headers: { "x-api-key": "key" } });
  return {
    get: () => client.get("projects/p/connections/c").json<Connection>(),
    list: () =>
      client
        .get("projects/p/connections", { searchParams: { groupRef: "group-123" } })
        .json<Connection[]>(),
  };
};
