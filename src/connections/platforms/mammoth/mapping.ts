import { SDKValidationError } from "../../../lib/index.js";
import { type Schema, object, string } from "../../../lib/schema/index.js";
import { encode } from "../../../lib/schema/base.js";
import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { Connection } from "../../vocabulary/connection.js";
import { type PathOf, invalidRequest } from "../../vocabulary/map-result.js";
import type {
  MammothConnectionRequest,
  MammothGenerateRequest,
  MammothListRequest,
} from "./requests.js";
import type { ConnectionConfig } from "../../../platforms/mammoth/models/components/connectionconfig.js";
import type { SaveConnectionResult } from "../../../platforms/mammoth/models/components/saveconnectionresult.js";

/** Both ids are whole numbers from 1, so that nothing else can be meant. */
const PROJECT = /^([1-9]\d*)\/([1-9]\d*)$/;

export const connectorSchema: Schema<Pick<MammothListRequest, "projectIdOrName" | "provider">> =
  /* @__PURE__ */ object(() => ({ projectIdOrName: string, provider: string }));
export const placeSchema: Schema<Omit<MammothConnectionRequest, "extra">> = /* @__PURE__ */ object(
  () => ({
    projectIdOrName: string,
    provider: string,
    connectionId: string,
  }),
);

interface Connector {
  workspaceId: number;
  projectId: number;
  connectorKey: string;
}

/** The coordinates of a connector in Mammoth's own words. */
export function connectorOf(
  request: MammothListRequest,
  schema: Schema<never> = connectorSchema as Schema<never>,
): Connector {
  const checked = encode(schema, request);
  if (!checked.ok) throw new SDKValidationError(checked.issues, request);
  const [, workspace, project] = PROJECT.exec(request.projectIdOrName) ?? [];
  if (workspace === undefined || project === undefined) {
    throw invalidRequest(
      request,
      ["projectIdOrName"],
      'expected "<workspace id>/<project id>", such as "4/12"',
    );
  }
  return {
    workspaceId: Number(workspace),
    projectId: Number(project),
    connectorKey: request.provider,
  };
}

/** The coordinates of a connection. */
export function placeOf(request: MammothConnectionRequest): Connector & { connectionKey: string } {
  const connector = connectorOf(request, placeSchema as Schema<never>);
  return { ...connector, connectionKey: request.connectionId };
}

/** What is sent as the connection: the settings, and the credentials over them. */
export function configOf(request: MammothGenerateRequest): ConnectionConfig {
  const credentials = checkCredentials(request, ["custom", "basic"]);
  if (credentials === undefined) {
    throw invalidRequest(request, ["credentials"], "expected some, of type custom or basic");
  }
  const { type: _, ...members } = credentials;
  return { ...request.extra?.config, ...("values" in members ? members.values : members) };
}

/** Mammoth tries credentials when it is given them, and says nothing of them later. */
export function connectionOf(
  request: MammothConnectionRequest,
  raw: unknown,
  status = "unknown",
): Connection {
  const { connectionId, provider, projectIdOrName } = request;
  return {
    id: connectionId,
    platform: "mammoth",
    provider,
    status,
    projectId: projectIdOrName,
    raw,
  };
}

export function statusOf(raw: SaveConnectionResult): string {
  if ("failureReason" in raw && typeof raw.failureReason === "string") return "broken";
  return keyIn(raw) === undefined ? "pending" : "active";
}

/** The key of the new connection, where the server says it at once. */
export function keyIn(raw: object): string | undefined {
  const key: unknown = Reflect.get(raw, "connection_key");
  return typeof key === "string" ? key : undefined;
}

const WORDS = new Map<unknown, string>([
  ["workspaceId", "projectIdOrName"],
  ["projectId", "projectIdOrName"],
  ["connectorKey", "provider"],
  ["connectionKey", "connectionId"],
]);

/** Members that a layer 1 request has in `extra`. */
const EXTRA = new Set<unknown>(["isExport", "concern", "profile", "browseRoot", "foldersOnly"]);

export const pathOf: PathOf = ([first, ...rest]) => {
  // What is sent as the connection has no name of its own in layer 1.
  if (first === undefined || first === "requestBody" || first === "patch") return [];
  if (EXTRA.has(first)) return ["extra", first, ...rest];
  return [WORDS.get(first) ?? first, ...rest];
};
