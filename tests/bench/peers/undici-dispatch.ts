import { Agent } from "undici";
import type { Connect } from "../client.js";
import type { Connection } from "./connection.js";

/** The least that undici can do: a handler of its dispatcher, and nothing of a Response. */
export const connect: Connect = (baseURL) => {
  const agent = new Agent();
  const { origin, pathname } = new URL(baseURL);
  const get = (path: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      agent.dispatch(
        {
          origin,
          path: pathname + path,
          method: "GET",
          headers: { accept: "application/json", "x-api-key": "key" },
        },
        {
          onRequestStart() {},
          onResponseStart(_, status) {
            if (status !== 200) throw new Error(`status ${status}`);
          },
          onResponseData: (_, chunk) => void chunks.push(chunk),
          onResponseEnd: () => resolve(JSON.parse(Buffer.concat(chunks).toString())),
          onResponseError: (_, error) => reject(error),
        },
      );
    });
  return {
    get: () => get("/projects/p/connections/c"),
    // The server of the benchmark sends this type.
    list: async () => (await get("/projects/p/connections?groupRef=group-123")) as Connection[],
  };
};
