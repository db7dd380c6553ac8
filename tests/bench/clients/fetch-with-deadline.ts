import type { Connect } from "../client.js";

/** What one would write by hand with a deadline, which calls of the SDK have unless told otherwise. */
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
    // It is what the server of the bench sends.
    list: async () => (await get("/projects/p/connections?groupRef=group-123")) as unknown[],
  };
};
