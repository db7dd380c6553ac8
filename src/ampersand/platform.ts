import { type Client, type ClientOptions, SDKValidationError } from "../lib/index.js";
import type {
  Authorization,
  Connection,
  ConnectionsPage,
} from "../models/components/connection.js";
import type { Credentials } from "../models/components/credentials.js";
import {
  type ListVerb,
  type PathOf,
  type Platform,
  type PlatformTypes,
  type Verb,
  translate,
  translateList,
} from "../platform.js";
import { type SDKOptions, SDKNodePlatformCore } from "./core.js";
import { connectionsDelete } from "./funcs/connectionsDelete.js";
import { connectionsGenerate } from "./funcs/connectionsGenerate.js";
import { connectionsGet } from "./funcs/connectionsGet.js";
import { connectionsList } from "./funcs/connectionsList.js";
import { connectionsOauthUpdate } from "./funcs/connectionsOauthUpdate.js";
import { connectionsUpdate } from "./funcs/connectionsUpdate.js";
import type { Connection as AmpersandConnection } from "./models/components/connection.js";
import type { ConnectionRequest } from "./models/components/connectionrequest.js";
import type {
  GenerateConnectionConnectionsInputValidationProblem,
  GenerateConnectionInputValidationProblem,
} from "./models/errors/generateconnection.js";
import type { GetConnectionInputValidationProblem } from "./models/errors/getconnection.js";
import type { ListConnectionsInputValidationProblem } from "./models/errors/listconnections.js";
import type { OauthUpdateInputValidationProblem } from "./models/errors/oauthupdate.js";
import type { UpdateConnectionInputValidationProblem } from "./models/errors/updateconnection.js";
import type { GetConnectionRequest } from "./models/operations/getconnection.js";

/** What `ampersand()` takes: `apiKeyHeader` or `bearer`, and what every client can be told. */
export type AmpersandOptions = SDKOptions;

/** Which connections to list. Those given must all match. */
export interface AmpersandListRequest {
  /** The id or name of the Ampersand project. */
  projectIdOrName: string;
  /** Only those of this customer. */
  groupRef?: string | undefined;
  /** Only those of this person. */
  consumerRef?: string | undefined;
  /** Only those to this service. */
  provider?: string | undefined;
}

/** Which connection. */
export interface AmpersandConnectionRequest {
  /** The id or name of the Ampersand project. */
  projectIdOrName: string;
  connectionId: string;
}

/** A connection to be made from credentials that you have. */
export interface AmpersandGenerateRequest {
  /** The id or name of the Ampersand project. */
  projectIdOrName: string;
  /** Your id for the customer. */
  groupRef: string;
  /** Your id for the person. */
  consumerRef: string;
  /** The service to connect to. */
  provider: string;
  credentials?: Credentials | undefined;
  /** What Ampersand's own API takes beyond the vocabulary. */
  extra?:
    | Pick<
        ConnectionRequest,
        "groupName" | "consumerName" | "providerWorkspaceRef" | "providerMetadata"
      >
    | undefined;
}

/** A connection to be read. */
export interface AmpersandGetRequest extends AmpersandConnectionRequest {
  /** What Ampersand's own API takes beyond the vocabulary. */
  extra?: Omit<GetConnectionRequest, keyof AmpersandConnectionRequest> | undefined;
}

/** What to change of a connection. What is not given stays as it is. */
export interface AmpersandUpdateRequest extends AmpersandConnectionRequest {
  /** Replaces the credentials; of the kind that the connection has. */
  credentials?: Credentials | undefined;
  /** What Ampersand's own API takes beyond the vocabulary. */
  extra?:
    | (Pick<ConnectionRequest, "providerWorkspaceRef" | "providerMetadata"> & {
        /** The members to change. Default: those that are given. */
        updateMask?: string[] | undefined;
      })
    | undefined;
}

/** A connection to be authorized again: by the credentials given, or by its customer where none are. */
export interface AmpersandUpdateAuthorizationRequest extends AmpersandConnectionRequest {
  /** New credentials of the kind that the connection has. Without, the answer is a URL for the customer. */
  credentials?: Credentials | undefined;
}

/** Ampersand as layer 1 knows it. */
export interface Ampersand extends PlatformTypes {
  readonly name: "ampersand";
  readonly raw: AmpersandConnection;
  readonly verbs: {
    readonly list: {
      readonly request: AmpersandListRequest;
      readonly error: ListConnectionsInputValidationProblem;
    };
    readonly generate: {
      readonly request: AmpersandGenerateRequest;
      readonly error:
        | GenerateConnectionInputValidationProblem
        | GenerateConnectionConnectionsInputValidationProblem;
    };
    readonly get: {
      readonly request: AmpersandGetRequest;
      readonly error: GetConnectionInputValidationProblem;
    };
    readonly update: {
      readonly request: AmpersandUpdateRequest;
      readonly error: UpdateConnectionInputValidationProblem;
    };
    readonly delete: { readonly request: AmpersandConnectionRequest; readonly error: never };
    readonly updateAuthorization: {
      readonly request: AmpersandUpdateAuthorizationRequest;
      readonly error: OauthUpdateInputValidationProblem | UpdateConnectionInputValidationProblem;
    };
  };
}

type Verbs = Ampersand["verbs"];

/** The connections of a project. */
export const list: ListVerb<AmpersandListRequest, AmpersandConnection, Verbs["list"]["error"]> = (
  client,
  request,
  options,
) =>
  translateList(
    request,
    () => connectionsList(client, request, options),
    (raws): ConnectionsPage<AmpersandConnection> => ({ connections: raws.map(connectionOf) }),
  );

/** Makes a connection. */
export const generate: Verb<
  AmpersandGenerateRequest,
  Connection<AmpersandConnection>,
  Verbs["generate"]["error"]
> = (client, request, options) =>
  translate(
    request,
    () => {
      const { projectIdOrName, credentials, extra, ...body } = request;
      const requestBody = { ...extra, ...memberOf(credentials, request), ...body };
      return connectionsGenerate(client, { projectIdOrName, requestBody }, options);
    },
    connectionOf,
    pathOf,
  );

/** Reads a connection. */
export const get: Verb<
  AmpersandGetRequest,
  Connection<AmpersandConnection>,
  Verbs["get"]["error"]
> = (client, request, options) =>
  translate(
    request,
    () => {
      const { extra, ...rest } = request;
      return connectionsGet(client, { ...extra, ...rest }, options);
    },
    connectionOf,
  );

/** Changes a connection. */
export const update: Verb<
  AmpersandUpdateRequest,
  Connection<AmpersandConnection>,
  Verbs["update"]["error"]
> = (client, request, options) =>
  translate(
    request,
    () => {
      const { projectIdOrName, connectionId, credentials, extra, ...others } = request;
      const { updateMask, ...members } = extra ?? {};
      const connection = { ...members, ...others, ...memberOf(credentials, request) };
      // Ampersand changes what the mask names and nothing else, so the mask is what was given.
      const mask =
        updateMask ??
        Object.keys(connection).filter(
          (key) => connection[key as keyof typeof connection] !== undefined,
        );
      if (mask.length === 0) throw nothingToChange(request);
      return connectionsUpdate(
        client,
        { projectIdOrName, connectionId, requestBody: { updateMask: mask, connection } },
        options,
      );
    },
    connectionOf,
    pathOf,
  );

/** Deletes a connection. */
export const remove: Verb<AmpersandConnectionRequest, void, never> = (client, request, options) =>
  translate(request, () => connectionsDelete(client, request, options), nothing);

/** Replaces the credentials of a connection, or answers where its customer authorizes it again. */
export const updateAuthorization: Verb<
  AmpersandUpdateAuthorizationRequest,
  Authorization<AmpersandConnection>,
  Verbs["updateAuthorization"]["error"]
> = (client, request, options) =>
  request?.credentials === undefined
    ? translate(
        request,
        () => connectionsOauthUpdate(client, request, options),
        (authorizationUrl): Authorization<AmpersandConnection> => ({ authorizationUrl }),
      )
    : translate(
        request,
        () => update(client, request, options),
        (connection): Authorization<AmpersandConnection> => ({ connection }),
      );

/**
 * Ampersand as a platform of the SDK. It is the default one: `new SDK({ apiKeyHeader })` is
 * `new SDK({ platform: ampersand({ apiKeyHeader }) })`.
 *
 * @param options - `apiKeyHeader` or `bearer`, and what every client can be told.
 * @see https://docs.withampersand.com
 */
export function ampersand(options: AmpersandOptions = {}): Platform<Ampersand> {
  return {
    name: "ampersand",
    connect: (outer: ClientOptions): Client => new SDKNodePlatformCore({ ...outer, ...options }),
    verbs: { list, generate, get, update, delete: remove, updateAuthorization },
  };
}

function nothing(): void {}

const STATUS: Readonly<Record<string, string>> = {
  created: "pending",
  working: "active",
  bad_credentials: "broken",
};

function connectionOf(raw: AmpersandConnection): Connection<AmpersandConnection> {
  const { id, provider, projectId, createTime, updateTime, group, consumer } = raw;
  return {
    id,
    platform: "ampersand",
    provider,
    status: STATUS[raw.status] ?? raw.status,
    projectId,
    group: { ref: group.groupRef, name: group.groupName },
    consumer: { ref: consumer.consumerRef, name: consumer.consumerName },
    createTime,
    updateTime,
    metadata: raw.providerMetadata,
    raw,
  };
}

/** The member of Ampersand's request that credentials of a type go to. */
function memberOf(credentials: Credentials | undefined, request: unknown): ConnectionRequest {
  if (credentials === undefined) return {};
  const { type, ...values } = credentials;
  switch (credentials.type) {
    case "apiKey":
      return { apiKey: credentials.apiKey };
    case "basic":
      return { basicAuth: values as ConnectionRequest["basicAuth"] }; // same members under another name
    case "clientCredentials":
      return { oauth2ClientCredentials: values as ConnectionRequest["oauth2ClientCredentials"] };
    case "password":
      return {
        oauth2PasswordCredentials: values as ConnectionRequest["oauth2PasswordCredentials"],
      };
    case "custom":
      return { customAuth: { ...credentials.values } };
    case "oauth2": {
      const { accessToken, refreshToken, expiresAt, scopes } = credentials;
      return {
        oauth2AuthorizationCode: {
          ...(accessToken !== undefined && { accessToken: { token: accessToken, expiresAt } }),
          ...(refreshToken !== undefined && { refreshToken: { token: refreshToken } }),
          ...(scopes !== undefined && { scopes }),
        },
      };
    }
    default:
      throw unknownCredentials(type, request);
  }
}

function unknownCredentials(type: unknown, request: unknown): SDKValidationError {
  const message = "expected apiKey, basic, oauth2, clientCredentials, password or custom";
  return new SDKValidationError(
    [{ code: "invalid_value", path: ["credentials", "type"], message }],
    request,
    { cause: type },
  );
}

function nothingToChange(request: unknown): SDKValidationError {
  const message = "expected at least one member to change: credentials, or a member of extra";
  return new SDKValidationError([{ code: "invalid_value", path: [], message }], request);
}

/** Where in a layer 1 request a member of Ampersand's request comes from. */
const CREDENTIALS = new Set<string | number>([
  "apiKey",
  "basicAuth",
  "oauth2ClientCredentials",
  "oauth2PasswordCredentials",
  "oauth2AuthorizationCode",
  "customAuth",
]);

const pathOf: PathOf = (path) => {
  const inner = path[0] === "requestBody" ? path.slice(path[1] === "connection" ? 2 : 1) : path;
  const [first] = inner;
  if (first === "apiKey") return ["credentials", "apiKey"];
  return first !== undefined && CREDENTIALS.has(first) ? ["credentials", ...inner.slice(1)] : inner;
};
