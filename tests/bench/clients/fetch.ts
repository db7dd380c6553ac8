import type { Connect } from "../client.js";

/** Hand-written fetch without anything else, which all clients are compared with. */
export const connect: Connect = (baseURL) => {
  const get = async (path: string): Promise<unknown> => {
    const response = await fetch(baseURL + path, {
      headers: { accept: "application/json", "x-api-key": "key" },
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.json();
  };
  return {
    get: () => get("/projects/p/connections/c"),
    // The server of the benchmark sends this type.
    list: async () => (await get("/projects/p/connections?groupRef=group-123")) as unknown[],
  };
};
