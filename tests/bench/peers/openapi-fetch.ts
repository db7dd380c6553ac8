import createClient from "openapi-fetch";
import type { Connect } from "../client.js";
import type { Connection } from "./connection.js";

/** The types as openapi-typescript generates them. */
interface paths {
  "/projects/{projectIdOrName}/connections": {
    get: {
      parameters: { path: { projectIdOrName: string }; query?: { groupRef?: string } };
      responses: { 200: { content: { "application/json": Connection[] } } };
    };
  };
  "/projects/{projectIdOrName}/connections/{connectionId}": {
    get: {
      parameters: { path: { projectIdOrName: string; connectionId: string } };
      responses: { 200: { content: { "application/json": Connection } } };
    };
  };
}

export const connect: Connect = (baseUrl) => {
  const client = createClient<paths>({ baseUrl, headers: { "x-api-key": "key" } });
  return {
    async get() {
      const { data, error } = await client.GET(
        "/projects/{projectIdOrName}/connections/{connectionId}",
        { params: { path: { projectIdOrName: "p", connectionId: "c" } } },
      );
      if (data === undefined) throw new Error("failed", { cause: error });
      return data;
    },
    async list() {
      const { data, error } = await client.GET("/projects/{projectIdOrName}/connections", {
        params: { path: { projectIdOrName: "p" }, query: { groupRef: "group-123" } },
      });
      if (data === undefined) throw new Error("failed", { cause: error });
      return data;
    },
  };
};
