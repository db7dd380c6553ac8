import type { Connect } from "../client.js";

/** Hand-written fetch with a timeout, which calls of the SDK have by default. */
export const connect: Connect = (baseURL) => {
  const get = async (path: string): Promise<unknown> => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 60_000);
    try {
      const response = await fetch(baseURL + path, {
        headers: { accept: "application/json", "x-api-key": "key" },
        signal: controller.signal,
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      return (await response.json()) as unknown;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    get: () => get("/projects/p/connections/c"),
    // The server of the benchmark sends this type.
    list: async () => (await get("/projects/p/connections?groupRef=group-123")) as unknown[],
  };
};
