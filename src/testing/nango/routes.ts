import type { Operation } from "./context.js";
import { connect, reconnect } from "./operations/connect-sessions.js";
import { remove } from "./operations/delete.js";
import { get } from "./operations/get.js";
import { list } from "./operations/list.js";
import { setMetadata, updateMetadata } from "./operations/metadata.js";
import { patch } from "./operations/patch.js";
import { upsert } from "./operations/upsert.js";

const all: Readonly<Record<string, Operation>> = { GET: list, POST: upsert };
const metadata: Readonly<Record<string, Operation>> = { POST: setMetadata, PATCH: updateMetadata };
const sessions: Readonly<Record<string, Operation>> = {
  "/connect/sessions": connect,
  "/connect/sessions/reconnect": reconnect,
};
const one: Readonly<Record<string, Operation>> = { GET: get, PATCH: patch, DELETE: remove };

/**
 * Finds the operation of a request and the id in its path. A connection with the id `metadata` can
 * only be read.
 */
export function matchRoute(
  method: string,
  path: string,
): { readonly operation: Operation; readonly connectionId: string } | undefined {
  if (method === "POST" && Object.hasOwn(sessions, path)) return found(sessions[path], "");
  if (path === "/connections") return found(all[method], "");
  const changes = path === "/connections/metadata" ? metadata[method] : undefined;
  if (changes) return found(changes, "");
  const id = /^\/connections\/([^/]+)$/.exec(path)?.[1];
  return id === undefined ? undefined : found(one[method], decoded(id));
}

function found(
  operation: Operation | undefined,
  connectionId: string,
): ReturnType<typeof matchRoute> {
  return operation && { operation, connectionId };
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return "%";
  }
}
