import assert from "node:assert/strict";
import type { Ending, Verb } from "./kind.js";
import type { Exchange } from "../support/raw-server.js";

/** A connection as Ampersand returns it. */
export const connection = {
  id: "c-1",
  projectId: "p-1",
  provider: "salesforce",
  group: { groupRef: "g", groupName: "G", projectId: "p-1", createTime: "2024-05-01T10:00:00Z" },
  consumer: {
    consumerRef: "u",
    consumerName: "U",
    projectId: "p-1",
    createTime: "2024-05-01T10:00:00Z",
  },
  createTime: "2024-05-01T10:00:00Z",
  authScheme: "none",
  status: "working",
} as const;

/** The connection as a response body. */
export const JSON_TEXT: string = JSON.stringify(connection);
export const JSON_TYPE = { "content-type": "application/json" } as const;

/** The key that every client sends, and that must never be shown. */
export const KEY = "canary-of-the-fault-matrix";

/** Valid requests. */
export const requests: Readonly<Record<Verb, object>> = {
  get: { projectIdOrName: "p-1", connectionId: "c-1" },
  delete: { projectIdOrName: "p-1", connectionId: "c-1" },
  list: { projectIdOrName: "p-1" },
  generate: {
    projectIdOrName: "p-1",
    groupRef: "g",
    consumerRef: "u",
    provider: "salesforce",
    credentials: { type: "apiKey", apiKey: "k" },
  },
};

/** Responds to a verb as the platform does. */
export function good(verb: Verb = "get"): (exchange: Exchange) => void {
  return (exchange) => {
    // The call before a POST is a GET.
    const requested = exchange.method === "GET" && verb !== "list" ? "get" : verb;
    if (requested === "delete") exchange.respond(204);
    else if (requested === "list") exchange.respond(200, JSON_TYPE, `[${JSON_TEXT}]`);
    else exchange.respond(requested === "get" ? 200 : 201, JSON_TYPE, JSON_TEXT);
  };
}

/**
 * The call returns the connection. `raw` has other members that the platform's own object must
 * have.
 */
export function theConnection(raw: Readonly<Record<string, unknown>> = {}): Ending {
  return {
    value: "the connection",
    check(value: unknown) {
      // the unified API's Connection
      const { id, status, raw: all } = value as { id: string; status: string; raw: object };
      assert.deepEqual([id, status], ["c-1", "active"]);
      for (const [key, member] of Object.entries(raw))
        assert.deepEqual((all as Record<string, unknown>)[key], member);
    },
  };
}
