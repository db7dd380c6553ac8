import type { Connection } from "../../vocabulary/connection.js";
import type { PathOf } from "../../vocabulary/map-result.js";
import { membersOf, recordOf, stringOf } from "../../vocabulary/read.js";
import { parseDate } from "./dates.js";
import { healthOf } from "./health.js";
import type { CodatConnectionRequest, CodatCoordinates } from "./requests.js";
import type { CodatConnection } from "./types.js";

/** The path parameters of Codat's operations on one connection. */
export function connectionParameters(request: CodatConnectionRequest): {
  companyId: string;
  connectionId: string;
} {
  return { companyId: request.groupRef, connectionId: request.connectionId };
}

/** Codat's statuses and those of the unified API. */
const UNIFIED_STATUS = new Map<unknown, string>([
  ["PendingAuth", "pending"],
  ["Linked", "active"],
  ["Deauthorized", "broken"],
  ["Unlinked", "unlinked"],
]);

/**
 * Maps Codat's connection to the unified API, whatever its members are. It does not name its
 * company, which comes from the request.
 */
export function connectionOf(
  raw: CodatConnection,
  { groupRef }: { readonly groupRef: string },
): Connection<CodatConnection, CodatCoordinates> {
  const connection = membersOf(raw);
  const { status, created } = connection;
  const authorizationUrl = stringOf(connection.linkUrl);
  const id = stringOf(connection.id) ?? "";
  const service = stringOf(connection.platformName);
  return {
    type: "connection",
    id,
    coordinates: id ? { platform: "codat", version: 1, groupRef, connectionId: id } : undefined,
    platform: "codat",
    provider: stringOf(connection.integrationKey) ?? service ?? "",
    service,
    status: UNIFIED_STATUS.get(status) ?? stringOf(status) ?? "unknown",
    health: healthOf(raw),
    group: { ref: groupRef },
    createTime: parseDate(created),
    metadata: recordOf(connection.connectionInfo),
    // A linked connection needs no authorization, and its link may contain a secret.
    ...(status !== "Linked" && authorizationUrl !== undefined && { authorizationUrl }),
    raw,
  };
}

/** Paths of Codat's parameters in the unified API. */
const UNIFIED_PATH: ReadonlyMap<unknown, readonly string[]> = new Map<unknown, readonly string[]>([
  ["companyId", ["groupRef"]],
  ...["page", "pageSize", "query", "orderBy"].map((key) => [key, ["extra", key]] as const),
]);

/**
 * Translates paths in a request of Codat's.
 *
 * @param body - The path, in the request of the verb, of what Codat takes as the body.
 */
export function pathWithBody(...body: readonly string[]): PathOf {
  return ([first = "", ...rest]) => {
    const start = first === "requestBody" ? body : (UNIFIED_PATH.get(first) ?? [first]);
    return [...start, ...rest];
  };
}

/** Translates paths in a request of Codat's that has no body of its own in the unified API. */
export const pathOf: PathOf = /* @__PURE__ */ pathWithBody();

/** Translates paths in Codat's request to create a connection, whose body has one member. */
export const pathOfGenerate: PathOf = (path) =>
  path[1] === "platformKey" ? ["provider"] : pathOf(path);
