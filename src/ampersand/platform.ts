import { credentialsOf } from "../credentials.js";
import type { Client, ClientOptions } from "../lib/index.js";
import type {
  Authorization,
  Connection,
  ConnectionsPage,
} from "../models/components/connection.js";
import type {
  Credentials,
  CustomCredentials,
  OAuth2Credentials,
} from "../models/components/credentials.js";
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

/** Credentials that Ampersand replaces. For tokens it asks the customer: see `updateAuthorization` without credentials. */
export type AmpersandNewCredentials = Exclude<Credentials, OAuth2Credentials | CustomCredentials>;

/** What to change of a connection. What is not given stays as it is. */
export interface AmpersandUpdateRequest extends AmpersandConnectionRequest {
  /** Replaces the credentials; of the kind that the connection has. */
  credentials?: AmpersandNewCredentials | undefined;
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
  credentials?: AmpersandNewCredentials | undefined;
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

/** Types of {@link AmpersandNewCredentials}. */
const REPLACEABLE = ["apiKey", "basic", "clientCredentials", "password"] as const;

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
      const { projectIdOrName, credentials: _, extra, ...body } = request;
      const credentials = credentialsOf(request, [...REPLACEABLE, "oauth2", "custom"]);
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
    pathOf,
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
      const { projectIdOrName, connectionId, credentials: _, extra, ...others } = request;
      const { updateMask, ...members } = extra ?? {};
      const credentials = credentialsOf(request, REPLACEABLE);
      const connection = { ...members, ...others, ...memberOf(credentials, request) };
      // Ampersand changes what the mask names and nothing else, so the mask is what was given.
      const mask =
        updateMask ??
        Object.keys(connection).filter(
          (key) => connection[key as keyof typeof connection] !== undefined,
        );
      if (mask.length === 0) {
        throw misfit(request, [], "expected something to change: credentials, or members of extra");
      }
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
  translate(
    request,
    (): ReturnType<typeof updateAuthorization> =>
      request.credentials === undefined
        ? translate(
            request,
            () => connectionsOauthUpdate(client, request, options),
            (authorizationUrl) => ({ authorizationUrl }),
          )
        : translate(
            request,
            () => update(client, request, options),
            (connection) => ({ connection }),
          ),
    (authorization) => authorization,
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
    connect: (outer: ClientOptions): Client => new SDKNodePlatformCore(over(outer, options)),
    verbs: { list, generate, get, update, delete: remove, updateAuthorization },
  };
}

const STATUS = new Map([
  ["created", "pending"],
  ["working", "active"],
  ["bad_credentials", "broken"],
]);

function connectionOf(raw: AmpersandConnection): Connection<AmpersandConnection> {
  const { id, provider, projectId, createTime, updateTime, group, consumer } = raw;
  return {
    id,
    platform: "ampersand",
    provider,
    status: STATUS.get(raw.status) ?? raw.status,
    projectId,
    group: { ref: group.groupRef, name: group.groupName },
    consumer: { ref: consumer.consumerRef, name: consumer.consumerName },
    createTime,
    updateTime,
    metadata: raw.providerMetadata,
    raw,
  };
}

/** The member of Ampersand's request that credentials go to. */
function memberOf(credentials: Credentials | undefined, request: unknown): ConnectionRequest {
  switch (credentials?.type) {
    case undefined:
      return {};
    case "apiKey":
      return { apiKey: credentials.apiKey };
    case "basic":
      return { basicAuth: untyped(credentials) };
    case "clientCredentials":
      return { oauth2ClientCredentials: untyped(credentials) };
    case "password":
      return { oauth2PasswordCredentials: untyped(credentials) };
    case "custom":
      return { customAuth: { ...credentials.values } };
    case "oauth2": {
      const { accessToken, refreshToken, expiresAt, ...rest } = untyped(credentials);
      if (accessToken === undefined && expiresAt !== undefined) {
        throw misfit(request, ["credentials", "accessToken"], "expected one, since it expires");
      }
      return {
        oauth2AuthorizationCode: {
          ...rest,
          ...(accessToken !== undefined && { accessToken: { token: accessToken, expiresAt } }),
          ...(refreshToken !== undefined && { refreshToken: { token: refreshToken } }),
        },
      };
    }
  }
}

function untyped<C extends Credentials>(credentials: C): Omit<C, "type"> {
  const { type: _, ...values } = credentials;
  return values;
}

/** Members that a layer 1 request has in `extra`. */
const EXTRA = new Set<unknown>([
  "groupName",
  "consumerName",
  "providerWorkspaceRef",
  "providerMetadata",
  "updateMask",
  "includeCreds",
  "includeRefreshToken",
  "refresh",
]);

/** Layer 1 has no envelopes around what Ampersand takes. */
const pathOf: PathOf = (path) => {
  const at = path.findIndex((key) => key !== "requestBody" && key !== "connection");
  const inner = at < 0 ? [] : path.slice(at);
  return EXTRA.has(inner[0]) ? ["extra", ...inner] : inner;
};
