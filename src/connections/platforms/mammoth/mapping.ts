import { SDKValidationError } from "../../../lib/index.js";
import { type Schema, object, string } from "../../../lib/typed.js";
import { encode } from "../../../lib/schema/base.js";
import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { Connection } from "../../vocabulary/connection.js";
import type { ConnectionHealth } from "../../vocabulary/health.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import type { PathOf } from "../../vocabulary/map-result.js";
import { membersOf, stringOf } from "../../vocabulary/read.js";
import type {
  ConnectionConfig,
  SaveConnectionResult,
} from "../../../platforms/mammoth/models/components/connections.js";
import type {
  MammothConnectionRequest,
  MammothCoordinates,
  MammothGenerateRequest,
  MammothListRequest,
} from "./requests.js";

/** A `projectIdOrName`: two ids, both integers from 1 and without leading zeros. */
const PROJECT = /^([1-9]\d*)\/([1-9]\d*)$/;

/** The coordinates of `list` and `generate`. */
export const connectorSchema: Schema<Pick<MammothListRequest, "projectIdOrName" | "provider">> =
  /* @__PURE__ */ object(() => ({ projectIdOrName: string, provider: string }));

/** The coordinates of one connection. */
export const connectionSchema: Schema<Omit<MammothCoordinates, "platform" | "version" | "extra">> =
  /* @__PURE__ */ object(() => ({
    projectIdOrName: string,
    provider: string,
    connectionId: string,
  }));

interface ProjectParameters {
  workspaceId: number;
  projectId: number;
}

interface ConnectorParameters extends ProjectParameters {
  connectorKey: string;
}

/** The path parameters of Mammoth's operations on a project. Throws if they are invalid. */
export function projectParameters(request: { projectIdOrName: string }): ProjectParameters {
  const { projectIdOrName: given }: { projectIdOrName: unknown } = request;
  const [, workspace, project] = PROJECT.exec(typeof given === "string" ? given : "") ?? [];
  if (workspace === undefined || project === undefined) {
    throw invalidRequest(
      request,
      ["projectIdOrName"],
      'expected "<workspace id>/<project id>", such as "4/12"',
    );
  }
  return { workspaceId: Number(workspace), projectId: Number(project) };
}

/**
 * The path parameters of Mammoth's operations on a connector. Throws if the coordinates are
 * invalid.
 */
export function connectorParameters(
  request: Omit<MammothListRequest, "page">,
  schema: Schema<never> = connectorSchema as Schema<never>, // any schema encodes
): ConnectorParameters {
  const checked = encode(schema, request);
  if (!checked.ok) throw new SDKValidationError(checked.issues, request);
  return { ...projectParameters(request), connectorKey: request.provider };
}

/**
 * The path parameters of Mammoth's operations on one connection. Throws if the coordinates are
 * invalid.
 */
export function connectionParameters(
  request: MammothConnectionRequest,
): ConnectorParameters & { connectionKey: string } {
  const connector = connectorParameters(request, connectionSchema as Schema<never>); // see there
  return { ...connector, connectionKey: request.connectionId };
}

/**
 * The settings and credentials that Mammoth takes as the connection. Credentials win over settings
 * of the same name.
 */
export function connectionConfig(request: MammothGenerateRequest): ConnectionConfig {
  const credentials = checkCredentials(request, ["custom", "basic"]);
  if (credentials === undefined) {
    throw invalidRequest(request, ["credentials"], "expected credentials of type custom or basic");
  }
  const { type: _, ...members } = credentials;
  return { ...request.extra?.config, ...("values" in members ? members.values : members) };
}

/** What is wrong while a connection is created. Later Mammoth tells nothing. */
const HEALTH = new Map<string, ConnectionHealth>([
  ["pending", { reason: "The connection is being set up", needs: "wait" }],
  ["broken", { reason: "The service does not accept the settings", needs: "settings" }],
]);

/**
 * Maps a connection of Mammoth to the unified API. Mammoth tests credentials when it gets them and
 * reports no status later, so the status is `unknown` unless the verb knows better.
 */
export function connectionOf(
  request: MammothConnectionRequest,
  raw: unknown,
  status = "unknown",
): Connection<unknown, MammothCoordinates> {
  const { connectionId, provider, projectIdOrName } = request;
  return {
    type: "connection",
    id: connectionId,
    coordinates: connectionId ? coordinatesOf(request) : undefined,
    platform: "mammoth",
    provider,
    status,
    health: HEALTH.get(status),
    projectId: projectIdOrName,
    raw,
  };
}

function coordinatesOf(request: MammothConnectionRequest): MammothCoordinates {
  const { projectIdOrName, provider, connectionId, extra } = request;
  const isExport = extra?.isExport === true; // or the same key may be another connection
  return {
    platform: "mammoth",
    version: 1,
    projectIdOrName,
    provider,
    connectionId,
    ...(isExport && { extra: { isExport } }),
  };
}

/** The status of a connection that is being created. */
export function createdStatus(raw: SaveConnectionResult): string {
  if (typeof membersOf(raw).failureReason === "string") return "broken";
  return createdKey(raw) === undefined ? "pending" : "active";
}

/** The key of a new connection, if the server returned it at once. */
export function createdKey(raw: SaveConnectionResult): string | undefined {
  return stringOf(membersOf(raw as { connection_key?: unknown }).connection_key); // not declared
}

/** Names of Mammoth's parameters in the unified API. */
const UNIFIED_NAME = new Map<unknown, string>([
  ["workspaceId", "projectIdOrName"],
  ["projectId", "projectIdOrName"],
  ["connectorKey", "provider"],
  ["connectionKey", "connectionId"],
]);

/** Members of Mammoth's requests that are in `extra` in the unified API. */
const EXTRA_MEMBERS = new Set<unknown>([
  "isExport",
  "concern",
  "profile",
  "browseRoot",
  "foldersOnly",
]);

/** Translates paths in a request of Mammoth's. */
export const pathOf: PathOf = ([first, ...rest]) => {
  // In the unified API the body has no member of its own.
  if (first === undefined || first === "requestBody" || first === "patch") return [];
  if (EXTRA_MEMBERS.has(first)) return ["extra", first, ...rest];
  return [UNIFIED_NAME.get(first) ?? first, ...rest];
};
