import type { Connection } from "../../vocabulary/connection.js";
import type { PathOf } from "../../vocabulary/map-result.js";
import type { CodatConnectionRequest } from "./requests.js";
import type { Connection as CodatConnection } from "../../../platforms/codat/models/components/connection.js";

export function coordinates(request: CodatConnectionRequest): {
  companyId: string;
  connectionId: string;
} {
  return { companyId: request.groupRef, connectionId: request.connectionId };
}

const STATUS = new Map([
  ["PendingAuth", "pending"],
  ["Linked", "active"],
  ["Deauthorized", "broken"],
  ["Unlinked", "unlinked"],
]);

export function connectionOf(
  raw: CodatConnection,
  { groupRef }: { readonly groupRef: string },
): Connection<CodatConnection> {
  const { id, status, linkUrl } = raw;
  const createTime = dateOf(raw.created);
  return {
    id,
    platform: "codat",
    provider: raw.integrationKey ?? raw.platformName,
    status: STATUS.get(status) ?? status,
    group: { ref: groupRef },
    ...(createTime && { createTime }),
    ...(raw.connectionInfo && { metadata: raw.connectionInfo }),
    // What works already is not in need of anybody's agreement, and its link may hold a secret.
    ...(status !== "Linked" && { authorizationUrl: linkUrl }),
    raw,
  };
}

/** Texts without a zone are read as UTC, the same on every machine. What is no time is none. */
export function dateOf(text: string): Date | undefined {
  const zoned = /T[\d:.]+$/.test(text) ? `${text}Z` : text;
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const NAMES: ReadonlyMap<unknown, readonly string[]> = new Map<unknown, readonly string[]>([
  ["companyId", ["groupRef"]],
  ...["page", "pageSize", "query", "orderBy"].map((key) => [key, ["extra", key]] as const),
]);

/** Layer 1 has other names, and no envelopes around what Codat takes: `body` is what it calls them. */
export function pathIn(...body: readonly string[]): PathOf {
  return ([first = "", ...rest]) => {
    const known = first === "requestBody" ? body : (NAMES.get(first) ?? [first]);
    return [...known, ...rest];
  };
}

export const pathOf: PathOf = /* @__PURE__ */ pathIn();

/** Of `generate`, whose body has one member. */
export const pathOfProvider: PathOf = (path) =>
  path[1] === "platformKey" ? ["provider"] : pathOf(path);
