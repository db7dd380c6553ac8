import { credentialsOf } from "../credentials.js";
import type { Client, ClientOptions } from "../lib/index.js";
import type {
  Authorization,
  Connection,
  ConnectionsPage,
} from "../models/components/connection.js";
import type { CustomCredentials } from "../models/components/credentials.js";
import {
  type ListVerb,
  type PathOf,
  type Platform,
  type PlatformTypes,
  type Verb,
  misfit,
  nothing,
  over,
  translate,
  translateList,
} from "../platform.js";
import { CodatPlatformCore, type SDKOptions } from "./core.js";
import { connectionsCreate } from "./funcs/connectionsCreate.js";
import { connectionsDelete } from "./funcs/connectionsDelete.js";
import { connectionsGet } from "./funcs/connectionsGet.js";
import { connectionsList } from "./funcs/connectionsList.js";
import { connectionsUnlink } from "./funcs/connectionsUnlink.js";
import { connectionsUpdateAuthorization } from "./funcs/connectionsUpdateAuthorization.js";
import type { Connection as CodatConnection } from "./models/components/connection.js";
import type { ErrorMessage } from "./models/errors/errormessage.js";
import type { ListConnectionsRequest } from "./models/operations/listconnections.js";

/** What `codat()` takes: `authHeader`, alone or under `security`, and what every client can be told. */
export type CodatOptions = SDKOptions;

/** Whose connections to list. */
export interface CodatListRequest {
  /** The id of the Codat company. */
  groupRef: string;
  /** What Codat's own API takes beyond the vocabulary: where to begin, how much in one page, in which order. */
  extra?: Omit<ListConnectionsRequest, "companyId"> | undefined;
}

/** Which connection. */
export interface CodatConnectionRequest {
  /** The id of the Codat company. */
  groupRef: string;
  connectionId: string;
}

/** A connection to be made. Its customer goes on at its `authorizationUrl`. */
export interface CodatGenerateRequest {
  /** The id of the Codat company. */
  groupRef: string;
  /** The platform key of the integration to connect to, four letters. */
  provider: string;
  /** Codat takes none here: the customer brings them. */
  credentials?: undefined;
}

/** A connection whose values to sign in with are to be replaced. */
export interface CodatUpdateAuthorizationRequest extends CodatConnectionRequest {
  /** The new values, each a text, by the names that the integration gives them. */
  credentials: CustomCredentials & { values: Readonly<Record<string, string>> };
}

/** Codat as layer 1 knows it. */
export interface Codat extends PlatformTypes {
  readonly name: "codat";
  readonly raw: CodatConnection;
  readonly verbs: {
    readonly list: { readonly request: CodatListRequest; readonly error: ErrorMessage };
    readonly generate: { readonly request: CodatGenerateRequest; readonly error: ErrorMessage };
    readonly get: { readonly request: CodatConnectionRequest; readonly error: ErrorMessage };
    readonly delete: { readonly request: CodatConnectionRequest; readonly error: ErrorMessage };
    readonly unlink: { readonly request: CodatConnectionRequest; readonly error: ErrorMessage };
    readonly updateAuthorization: {
      readonly request: CodatUpdateAuthorizationRequest;
      readonly error: ErrorMessage;
    };
  };
}

type One = Verb<CodatConnectionRequest, Connection<CodatConnection>, ErrorMessage>;

/** The connections of a company. */
export const list: ListVerb<CodatListRequest, CodatConnection, ErrorMessage> = (
  client,
  request,
  options,
) =>
  translateList(
    request,
    () => {
      const { groupRef: companyId, extra } = request;
      return connectionsList(client, { ...extra, companyId }, options);
    },
    ({ results = [] }): ConnectionsPage<CodatConnection> => ({
      connections: results.map((raw) => connectionOf(raw, request)),
    }),
    pathOf,
  );

/** Makes a connection that its customer has to agree to. */
export const generate: Verb<CodatGenerateRequest, Connection<CodatConnection>, ErrorMessage> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => {
      if (request.credentials !== undefined) {
        throw misfit(request, ["credentials"], "expected none: the customer has them");
      }
      const requestBody = { platformKey: request.provider };
      return connectionsCreate(client, { companyId: request.groupRef, requestBody }, options);
    },
    (raw) => connectionOf(raw, request),
    pathOfProvider,
  );

/** Reads a connection. */
export const get: One = (client, request, options) =>
  translate(
    request,
    () => connectionsGet(client, coordinates(request), options),
    (raw) => connectionOf(raw, request),
    pathOf,
  );

/** Deletes a connection for good. */
export const remove: Verb<CodatConnectionRequest, void, ErrorMessage> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => connectionsDelete(client, coordinates(request), options),
    nothing,
    pathOf,
  );

/** Gives up the authorization of a connection, and keeps what it has brought. */
export const unlink: One = (client, request, options) =>
  translate(
    request,
    () => {
      const updateConnectionStatus = { status: "Unlinked" };
      return connectionsUnlink(
        client,
        { ...coordinates(request), updateConnectionStatus },
        options,
      );
    },
    (raw) => connectionOf(raw, request),
    pathOf,
  );

/** Replaces the values with which a connection signs in. */
export const updateAuthorization: Verb<
  CodatUpdateAuthorizationRequest,
  Authorization<CodatConnection>,
  ErrorMessage
> = (client, request, options) =>
  translate(
    request,
    () => {
      const credentials = credentialsOf(request, ["custom"]);
      if (credentials === undefined) {
        throw misfit(request, ["credentials"], "expected some: Codat has no other way to begin");
      }
      const requestBody = credentials.values as Record<string, string>; // checked by what it is given to
      return connectionsUpdateAuthorization(
        client,
        { ...coordinates(request), requestBody },
        options,
      );
    },
    (raw): Authorization<CodatConnection> => {
      const connection = connectionOf(raw, request);
      const { authorizationUrl } = connection;
      return { connection, ...(authorizationUrl !== undefined && { authorizationUrl }) };
    },
    pathIn("credentials", "values"),
  );

/**
 * Codat as a platform of the SDK.
 *
 * @param options - `authHeader`, and what every client can be told.
 * @example
 * const sdk = new SDK({ platform: codat({ authHeader: "Basic <YOUR_API_KEY_IN_BASE64>" }) });
 * @see https://docs.codat.io
 */
export function codat(options: CodatOptions = {}): Platform<Codat> {
  return {
    name: "codat",
    connect: (outer: ClientOptions): Client => new CodatPlatformCore(over(outer, options)),
    verbs: { list, generate, get, delete: remove, unlink, updateAuthorization },
  };
}

function coordinates(request: CodatConnectionRequest): { companyId: string; connectionId: string } {
  return { companyId: request.groupRef, connectionId: request.connectionId };
}

const STATUS = new Map([
  ["PendingAuth", "pending"],
  ["Linked", "active"],
  ["Deauthorized", "broken"],
  ["Unlinked", "unlinked"],
]);

function connectionOf(
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
function dateOf(text: string): Date | undefined {
  const zoned = /T[\d:.]+$/.test(text) ? `${text}Z` : text;
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const NAMES: ReadonlyMap<unknown, readonly string[]> = new Map<unknown, readonly string[]>([
  ["companyId", ["groupRef"]],
  ...["page", "pageSize", "query", "orderBy"].map((key) => [key, ["extra", key]] as const),
]);

/** Layer 1 has other names, and no envelopes around what Codat takes: `body` is what it calls them. */
function pathIn(...body: readonly string[]): PathOf {
  return ([first = "", ...rest]) => {
    const known = first === "requestBody" ? body : (NAMES.get(first) ?? [first]);
    return [...known, ...rest];
  };
}

const pathOf: PathOf = /* @__PURE__ */ pathIn();

/** Of `generate`, whose body has one member. */
const pathOfProvider: PathOf = (path) => (path[1] === "platformKey" ? ["provider"] : pathOf(path));
