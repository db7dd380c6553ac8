import type { Operation } from "./context.js";
import { connect, reconnect } from "./operations/connect-sessions.js";
import { remove } from "./operations/delete.js";
import { get } from "./operations/get.js";
import { listIntegrations } from "./operations/list-integrations.js";
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

/** The operation of a request, and the connection id in its path, as it is in the URL. */
export interface RouteMatch {
  readonly operation: Operation;
  readonly encodedId: string;
}

/**
 * Finds the operation of a request. Like the server: in any case, with or without a slash at the
 * end, and `HEAD` is a `GET`. A connection with the id `metadata` can only be read and deleted.
 */
export function matchRoute(method: string, path: string): RouteMatch | undefined {
  const verb = method === "HEAD" ? "GET" : method;
  const plain = path.replace(/\/$/, "");
  if (verb === "GET" && plain.toLowerCase() === "/integrations") return found(listIntegrations, "");
  const session = verb === "POST" ? sessions[plain.toLowerCase()] : undefined;
  if (session) return found(session, "");
  const [, name, id] = /^\/([^/]+)(?:\/([^/]+))?$/.exec(plain) ?? [];
  if (name?.toLowerCase() !== "connections") return undefined;
  if (id === undefined) return found(all[verb], "");
  const isMetadata = id.toLowerCase() === "metadata" && Object.hasOwn(metadata, verb);
  return isMetadata ? found(metadata[verb], "") : found(one[verb], id);
}

function found(operation: Operation | undefined, encodedId: string): RouteMatch | undefined {
  return operation && { operation, encodedId };
}
