import assert from "node:assert/strict";
import type { Ending, Verb } from "./kind.js";
import type { Exchange } from "../support/raw-server.js";

/** A connection as Ampersand writes it. */
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

/** The connection as the octets of a body. */
export const JSON_TEXT: string = JSON.stringify(connection);
export const JSON_TYPE = { "content-type": "application/json" } as const;

/** The key that every client sends, and that must not show anywhere. */
export const KEY = "canary-of-the-fault-matrix";

/** Requests that are in order. */
export const requests: Readonly<Record<Verb, object>> = {
  get: { projectIdOrName: "p-1", connectionId: "c-1" },
  delete: { projectIdOrName: "p-1", connectionId: "c-1" },
  list: { projectIdOrName: "p-1" },
  generate: { projectIdOrName: "p-1", groupRef: "g", consumerRef: "u", provider: "salesforce" },
};

/** Answers a verb as its platform does. */
export function good(verb: Verb = "get"): (exchange: Exchange) => void {
  return (exchange) => {
    // Other verbs come with a warm-up that reads.
    const asked = exchange.method === "GET" && verb !== "list" ? "get" : verb;
    if (asked === "delete") exchange.answer(204);
    else if (asked === "list") exchange.answer(200, JSON_TYPE, `[${JSON_TEXT}]`);
    else exchange.answer(asked === "get" ? 200 : 201, JSON_TYPE, JSON_TEXT);
  };
}

/** The connection arrives. `raw` is what else its platform's own object must hold. */
export function theConnection(raw: Readonly<Record<string, unknown>> = {}): Ending {
  return {
    value: "the connection",
    check(value: unknown) {
      const { id, status, raw: all } = value as { id: string; status: string; raw: object }; // layer 1's Connection
      assert.deepEqual([id, status], ["c-1", "active"]);
      for (const [key, member] of Object.entries(raw))
        assert.deepEqual((all as Record<string, unknown>)[key], member);
    },
  };
}
