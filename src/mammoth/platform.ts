import { credentialsOf } from "../credentials.js";
import { type Client, type ClientOptions, SDKValidationError } from "../lib/index.js";
import { type Schema, object, string } from "../lib/schema.js";
import { encode } from "../lib/schema/base.js";
import type {
  Authorization,
  Connection,
  ConnectionsPage,
} from "../models/components/connection.js";
import type { BasicCredentials, CustomCredentials } from "../models/components/credentials.js";
import {
  type ListVerb,
  type PathOf,
  type Platform,
  type PlatformTypes,
  type Verb,
  misfit,
  over,
  translate,
  translateList,
} from "../platform.js";
import { type SDKOptions, MammothAnalyticsCore } from "./core.js";
import { connectionsCreate } from "./funcs/connectionsCreate.js";
import { connectionsDelete } from "./funcs/connectionsDelete.js";
import { connectionsGet } from "./funcs/connectionsGet.js";
import { connectionsList } from "./funcs/connectionsList.js";
import { connectionsUpdate } from "./funcs/connectionsUpdate.js";
import type { ConnectionConfig } from "./models/components/connectionconfig.js";
import type { SaveConnectionResult } from "./models/components/saveconnectionresult.js";
import type { DeleteConnectionResponseBodyError } from "./models/errors/deleteconnectionresponsebodyerror.js";
import type { DeleteConnectionUnauthorizedError } from "./models/errors/deleteconnectionunauthorizederror.js";
import type { GetConnectionResponseBodyError } from "./models/errors/getconnectionresponsebodyerror.js";
import type { GetConnectionUnauthorizedError } from "./models/errors/getconnectionunauthorizederror.js";
import type { ListConnectionsResponseBodyError } from "./models/errors/listconnectionsresponsebodyerror.js";
import type { ListConnectionsUnauthorizedError } from "./models/errors/listconnectionsunauthorizederror.js";
import type { SaveConnectionResponseBodyError } from "./models/errors/saveconnectionresponsebodyerror.js";
import type { SaveConnectionUnauthorizedError } from "./models/errors/saveconnectionunauthorizederror.js";
import type { UpdateConnectionResponseBodyError } from "./models/errors/updateconnectionresponsebodyerror.js";
import type { UpdateConnectionUnauthorizedError } from "./models/errors/updateconnectionunauthorizederror.js";
import type { GetConnectionRequest } from "./models/operations/getconnection.js";

/** What `mammoth()` takes: `apiKey` and `apiSecret`, which are needed together, and what every client can be told. */
export type MammothOptions = SDKOptions;

/** Which connections to list. */
export interface MammothListRequest {
  /** The ids of the workspace and the project, such as `4/12`. */
  projectIdOrName: string;
  /** The key of the connector, such as `postgres`. */
  provider: string;
  /** What Mammoth's own API takes beyond the vocabulary. */
  extra?: MammothExtra | undefined;
}

/** Which connection. */
export interface MammothConnectionRequest extends MammothListRequest {
  /** The key of the connection. */
  connectionId: string;
}

/** What every call to Mammoth may say beyond the vocabulary. */
export interface MammothExtra {
  /** Whether connections that data is written to are meant, and not those that it is read from. */
  isExport?: boolean | undefined;
}

/** A connection to be read. */
export interface MammothGetRequest extends MammothConnectionRequest {
  /** What Mammoth's own API takes beyond the vocabulary. It decides what `raw` is. */
  extra?:
    | Pick<GetConnectionRequest, "isExport" | "concern" | "profile" | "browseRoot" | "foldersOnly">
    | undefined;
}

/** What Mammoth signs in with: members by the names that the connector has for them, or a user name and password. */
export type MammothCredentials = CustomCredentials | BasicCredentials;

/** Settings beside the credentials. */
export interface MammothConfigExtra extends MammothExtra {
  /** More of what the connector needs, such as `hostname`, `port` and `database`. */
  config?: ConnectionConfig | undefined;
}

/** A connection to be made from credentials that you have. */
export interface MammothGenerateRequest extends MammothListRequest {
  credentials: MammothCredentials;
  /** What Mammoth's own API takes beyond the vocabulary. */
  extra?: MammothConfigExtra | undefined;
}

/** New credentials of a connection. Whether Mammoth keeps members that are not given is not known: give all of them. */
export interface MammothUpdateRequest extends MammothConnectionRequest {
  credentials: MammothCredentials;
  /** What Mammoth's own API takes beyond the vocabulary. */
  extra?: MammothConfigExtra | undefined;
}

/** Mammoth Analytics as layer 1 knows it. */
export interface Mammoth extends PlatformTypes {
  readonly name: "mammoth";
  /**
   * What the call answered: a `GetConnectionSchema` for each connection of `list`, a `SaveConnectionResult` for `generate`, and
   * for the others whatever JSON the connector has.
   */
  readonly raw: unknown;
  readonly verbs: {
    readonly list: {
      readonly request: MammothListRequest;
      readonly error: ListConnectionsResponseBodyError | ListConnectionsUnauthorizedError;
    };
    readonly generate: {
      readonly request: MammothGenerateRequest;
      readonly error: SaveConnectionResponseBodyError | SaveConnectionUnauthorizedError;
    };
    readonly get: {
      readonly request: MammothGetRequest;
      readonly error: GetConnectionResponseBodyError | GetConnectionUnauthorizedError;
    };
    readonly update: {
      readonly request: MammothUpdateRequest;
      readonly error: UpdateConnectionResponseBodyError | UpdateConnectionUnauthorizedError;
    };
    readonly delete: {
      readonly request: MammothConnectionRequest;
      readonly error: DeleteConnectionResponseBodyError | DeleteConnectionUnauthorizedError;
    };
    readonly updateAuthorization: {
      readonly request: MammothUpdateRequest;
      readonly error: UpdateConnectionResponseBodyError | UpdateConnectionUnauthorizedError;
    };
  };
}

type Verbs = Mammoth["verbs"];

/** The connections of a connector. Mammoth tells no status of them. */
const list: ListVerb<MammothListRequest, unknown, Verbs["list"]["error"]> = (
  client,
  request,
  options,
) =>
  translateList(
    request,
    () => connectionsList(client, { ...request.extra, ...connectorOf(request) }, options),
    ({ connections }): ConnectionsPage => ({
      connections: connections.map((raw) =>
        connectionOf({ ...request, connectionId: raw.connectionKey }, raw),
      ),
    }),
    pathOf,
  );

/**
 * Makes a connection. Mammoth goes on making it after the answer and says no key yet: `id` is empty and `raw` holds the job, or
 * what a file picker needs, until `list` knows the connection.
 */
const generate: Verb<MammothGenerateRequest, Connection, Verbs["generate"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => {
      const { config: _, ...extra } = request.extra ?? {};
      const connector = connectorOf(request);
      const requestBody = configOf(request);
      return connectionsCreate(client, { ...extra, ...connector, requestBody }, options);
    },
    (raw) => connectionOf({ ...request, connectionId: keyIn(raw) ?? "" }, raw, statusOf(raw)),
    pathOf,
  );

/** Reads what Mammoth knows through a connection. */
const get: Verb<MammothGetRequest, Connection, Verbs["get"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => connectionsGet(client, { ...request.extra, ...placeOf(request) }, options),
    (raw) => connectionOf(request, raw),
    pathOf,
  );

/** Gives a connection new credentials. */
const update: Verb<MammothUpdateRequest, Connection, Verbs["update"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => {
      const { config: _, ...extra } = request.extra ?? {};
      const place = placeOf(request);
      const value = configOf(request);
      const patch = [{ op: "replace" as const, path: "connection" as const, value }];
      return connectionsUpdate(client, { ...extra, ...place, patch }, options);
    },
    (raw) => connectionOf(request, raw, "active"),
    pathOf,
  );

/** Deletes a connection. */
const remove: Verb<MammothConnectionRequest, void, Verbs["delete"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => connectionsDelete(client, { ...request.extra, ...placeOf(request) }, options),
    () => {},
    pathOf,
  );

/** Gives a connection new credentials: the same as `update`, in the words of an authorization. */
const updateAuthorization: Verb<
  MammothUpdateRequest,
  Authorization,
  Verbs["updateAuthorization"]["error"]
> = (client, request, options) =>
  translate(
    request,
    () => update(client, request, options),
    (connection): Authorization => ({ connection }),
  );

/**
 * Mammoth Analytics as a platform of the SDK. Its projects are named by two ids, `4/12`: the workspace and the project.
 *
 * @param options - `apiKey` and `apiSecret`, and what every client can be told.
 * @see https://app.mammoth.io/api/v2/docs
 */
export function mammoth(options: MammothOptions = {}): Platform<Mammoth> {
  return {
    name: "mammoth",
    connect: (outer: ClientOptions): Client => new MammothAnalyticsCore(over(outer, options)),
    verbs: { list, generate, get, update, delete: remove, updateAuthorization },
  };
}

/** Both ids are whole numbers from 1, so that nothing else can be meant. */
const PROJECT = /^([1-9]\d*)\/([1-9]\d*)$/;

const connectorSchema: Schema<Pick<MammothListRequest, "projectIdOrName" | "provider">> =
  /* @__PURE__ */ object(() => ({ projectIdOrName: string, provider: string }));
const placeSchema: Schema<Omit<MammothConnectionRequest, "extra">> = /* @__PURE__ */ object(() => ({
  projectIdOrName: string,
  provider: string,
  connectionId: string,
}));

interface Connector {
  workspaceId: number;
  projectId: number;
  connectorKey: string;
}

/** The coordinates of a connector in Mammoth's own words. */
function connectorOf(
  request: MammothListRequest,
  schema: Schema<never> = connectorSchema as Schema<never>,
): Connector {
  const checked = encode(schema, request);
  if (!checked.ok) throw new SDKValidationError(checked.issues, request);
  const [, workspace, project] = PROJECT.exec(request.projectIdOrName) ?? [];
  if (workspace === undefined || project === undefined) {
    throw misfit(
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
function placeOf(request: MammothConnectionRequest): Connector & { connectionKey: string } {
  const connector = connectorOf(request, placeSchema as Schema<never>);
  return { ...connector, connectionKey: request.connectionId };
}

/** What is sent as the connection: the settings, and the credentials over them. */
function configOf(request: MammothGenerateRequest): ConnectionConfig {
  const credentials = credentialsOf(request, ["custom", "basic"]);
  if (credentials === undefined) {
    throw misfit(request, ["credentials"], "expected some, of type custom or basic");
  }
  const { type: _, ...members } = credentials;
  return { ...request.extra?.config, ...("values" in members ? members.values : members) };
}

/** Mammoth tries credentials when it is given them, and says nothing of them later. */
function connectionOf(
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

function statusOf(raw: SaveConnectionResult): string {
  if ("failureReason" in raw && typeof raw.failureReason === "string") return "broken";
  return keyIn(raw) === undefined ? "pending" : "active";
}

/** The key of the new connection, where the server says it at once. */
function keyIn(raw: object): string | undefined {
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

const pathOf: PathOf = ([first, ...rest]) => {
  // What is sent as the connection has no name of its own in layer 1.
  if (first === undefined || first === "requestBody" || first === "patch") return [];
  if (EXTRA.has(first)) return ["extra", first, ...rest];
  return [WORDS.get(first) ?? first, ...rest];
};
