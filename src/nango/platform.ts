import { credentialsOf } from "../credentials.js";
import { APIPromise, type Client, type ClientOptions, SDKValidationError } from "../lib/index.js";
import type {
  Authorization,
  Connection,
  ConnectionsPage,
} from "../models/components/connection.js";
import type {
  ApiKeyCredentials,
  BasicCredentials,
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
import { NangoCore, type SDKOptions } from "./core.js";
import { connectionsCreate } from "./funcs/connectionsCreate.js";
import { connectionsCreateMetadata } from "./funcs/connectionsCreateMetadata.js";
import { connectionsDelete } from "./funcs/connectionsDelete.js";
import { connectionsGet } from "./funcs/connectionsGet.js";
import { connectionsList } from "./funcs/connectionsList.js";
import { connectionsUpdate } from "./funcs/connectionsUpdate.js";
import { connectionsUpdateConnection } from "./funcs/connectionsUpdateConnection.js";
import type { Connection as WholeConnection } from "./models/components/connection.js";
import type { ConnectionSummary } from "./models/components/connectionsummary.js";
import type { CreateConnectionRequest } from "./models/components/createconnectionrequest.js";
import type { CredentialsInput } from "./models/components/credentialsinput.js";
import type { EndUserInput } from "./models/components/enduserinput.js";
import type { Response400 } from "./models/errors/response400.js";
import type { Response404 } from "./models/errors/response404.js";
import type { Response424 } from "./models/errors/response424.js";
import type { GetConnectionRequest } from "./models/operations/getconnection.js";
import type { ListConnectionsRequest } from "./models/operations/listconnections.js";

/** What `nango()` takes: `apiKey`, and what every client can be told. */
export type NangoOptions = SDKOptions;

/** Nango's own object: whole, or from lists without the credentials. */
export type NangoConnection = WholeConnection | ConnectionSummary;

/** Which connections to list. Those given must all match. */
export interface NangoListRequest {
  /** Only those whose end user belongs to this organization. */
  groupRef?: string | undefined;
  /** Only those of this end user. */
  consumerRef?: string | undefined;
  /** Only those of this integration, by its id in Nango. Several are parted by commas. */
  provider?: string | undefined;
  /** What Nango's own API takes beyond the vocabulary. */
  extra?:
    | Omit<ListConnectionsRequest, "endUserOrganizationId" | "endUserId" | "integrationId">
    | undefined;
}

/** Which connection. */
export interface NangoConnectionRequest {
  /** The id of the integration in Nango. */
  provider: string;
  connectionId: string;
}

/** Credentials that Nango takes. `custom` is for its other kinds: values as its API wants them, with their `type`. */
export type NangoCredentials =
  | ApiKeyCredentials
  | BasicCredentials
  | OAuth2Credentials
  | CustomCredentials;

/** What Nango's own API takes of a connection beyond the vocabulary. */
export interface NangoExtra extends Pick<
  CreateConnectionRequest,
  "metadata" | "connectionConfig" | "webhookUrlOverride" | "tags"
> {
  /** More about the end user that `consumerRef` names. */
  endUser?: Omit<EndUserInput, "id"> | undefined;
}

/** A connection to be made from credentials that you have, or made anew where it exists. */
export interface NangoGenerateRequest {
  /** The id of the integration in Nango. */
  provider: string;
  /** The id that the connection is to have. Without one Nango makes one up. */
  connectionId?: string | undefined;
  /** Your id for the person. */
  consumerRef?: string | undefined;
  /** Without them the connection is of a provider that wants none. */
  credentials?: NangoCredentials | undefined;
  extra?: NangoExtra | undefined;
}

/** A connection to be read. */
export interface NangoGetRequest extends NangoConnectionRequest {
  /** What Nango's own API takes beyond the vocabulary. */
  extra?: Omit<GetConnectionRequest, "connectionId" | "providerConfigKey"> | undefined;
}

/** What to change of a connection. What is not given stays, except that a person replaces the tags too. */
export interface NangoUpdateRequest extends NangoConnectionRequest {
  /** Your id for the person. */
  consumerRef?: string | undefined;
  extra?: Pick<NangoExtra, "tags" | "webhookUrlOverride" | "endUser"> | undefined;
}

/** New credentials for a connection. Where there is none of the id, Nango makes one. */
export interface NangoUpdateAuthorizationRequest extends NangoConnectionRequest {
  credentials: NangoCredentials;
  extra?: Pick<NangoExtra, "connectionConfig"> | undefined;
}

/** Metadata for a connection, or for several of an integration at once. */
export interface NangoMetadataRequest {
  /** The id of the integration in Nango. */
  provider: string;
  connectionId: string | string[];
  metadata: Record<string, unknown>;
}

/** Nango as layer 1 knows it. */
export interface NangoPlatform extends PlatformTypes {
  readonly name: "nango";
  readonly raw: NangoConnection;
  readonly verbs: {
    readonly list: { readonly request: NangoListRequest; readonly error: Response400 };
    readonly generate: {
      readonly request: NangoGenerateRequest;
      readonly error: Response400 | Response404;
    };
    readonly get: {
      readonly request: NangoGetRequest;
      readonly error: Response400 | Response404 | Response424;
    };
    readonly update: {
      readonly request: NangoUpdateRequest;
      readonly error: Response400 | Response404 | Response424;
    };
    readonly delete: {
      readonly request: NangoConnectionRequest;
      readonly error: Response400 | Response404;
    };
    readonly updateAuthorization: {
      readonly request: NangoUpdateAuthorizationRequest;
      readonly error: Response400 | Response404;
    };
    readonly "metadata.set": {
      readonly request: NangoMetadataRequest;
      readonly error: Response400 | Response404;
    };
    readonly "metadata.update": {
      readonly request: NangoMetadataRequest;
      readonly error: Response400 | Response404;
    };
  };
}

type Verbs = NangoPlatform["verbs"];
type Answer = Connection<NangoConnection>;

/** The connections of the key's environment, the newest first. */
export const list: ListVerb<NangoListRequest, NangoConnection, Verbs["list"]["error"]> = (
  client,
  request = {},
  options,
) =>
  translateList(
    request,
    () => {
      const { groupRef, consumerRef, provider, extra } = request;
      const coordinates = {
        endUserOrganizationId: groupRef,
        endUserId: consumerRef,
        integrationId: provider,
      };
      return connectionsList(client, { ...extra, ...coordinates }, options);
    },
    (page): ConnectionsPage<NangoConnection> => ({
      connections: page.connections.map(connectionOf),
    }),
    pathOfList,
  );

/** Makes a connection, or makes it anew. */
export const generate: Verb<NangoGenerateRequest, Answer, Verbs["generate"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => connectionsCreate(client, creationOf(request), options),
    connectionOf,
    pathOf,
  );

/** Reads a connection. */
export const get: Verb<NangoGetRequest, Answer, Verbs["get"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => {
      const { provider, connectionId, extra } = request;
      return connectionsGet(
        client,
        { ...extra, connectionId, providerConfigKey: provider },
        options,
      );
    },
    connectionOf,
    pathOf,
  );

/** Changes a connection, then reads it: Nango's answer to a change does not show it. */
export const update: Verb<NangoUpdateRequest, Answer, Verbs["update"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => {
      const { provider: providerConfigKey, connectionId, extra } = request;
      const { endUser: _, ...members } = extra ?? {};
      const requestBody = { ...members, ...personOf(request) };
      if (Object.values(requestBody).every((value) => value === undefined)) {
        throw misfit(request, [], "expected something to change: consumerRef, or members of extra");
      }
      const one = { connectionId, providerConfigKey };
      const changed = connectionsUpdateConnection(client, { ...one, requestBody }, options);
      return new APIPromise(
        changed
          ._map((result) => result)
          .then((exchange) =>
            exchange.result.ok
              ? connectionsGet(client, one, options)._map((result) => result)
              : { ...exchange, result: exchange.result },
          ),
      );
    },
    connectionOf,
    pathOf,
  );

/** Deletes a connection. */
export const remove: Verb<NangoConnectionRequest, void, Verbs["delete"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => {
      const { provider, connectionId } = request;
      return connectionsDelete(client, { connectionId, providerConfigKey: provider }, options);
    },
    nothing,
    pathOf,
  );

/** Puts new credentials in the place of those that a connection has. */
export const updateAuthorization: Verb<
  NangoUpdateAuthorizationRequest,
  Authorization<NangoConnection>,
  Verbs["updateAuthorization"]["error"]
> = (client, request, options) =>
  translate(
    request,
    () => {
      // Without an id Nango would make one up, and with it another connection.
      needAll(request);
      return connectionsCreate(client, creationOf(request), options);
    },
    (raw) => ({ connection: connectionOf(raw) }),
    pathOf,
  );

/** Puts metadata in the place of all that there was. */
export const setMetadata: Verb<NangoMetadataRequest, void, Verbs["metadata.set"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => connectionsCreateMetadata(client, metadataOf(request), options),
    nothing,
    pathOfMetadata,
  );

/** Sets the members of the metadata that are given. */
export const updateMetadata: Verb<NangoMetadataRequest, void, Verbs["metadata.update"]["error"]> = (
  client,
  request,
  options,
) =>
  translate(
    request,
    () => connectionsUpdate(client, metadataOf(request), options),
    nothing,
    pathOfMetadata,
  );

/**
 * Nango as a platform of the SDK.
 *
 * @param options - `apiKey`, and what every client can be told.
 * @example
 * const sdk = new SDK({ platform: nango({ apiKey: "<YOUR_API_KEY_HERE>" }) });
 * @see https://nango.dev/docs
 */
export function nango(options: NangoOptions = {}): Platform<NangoPlatform> {
  return {
    name: "nango",
    connect: (outer: ClientOptions): Client => new NangoCore(over(outer, options)),
    verbs: {
      list,
      generate,
      get,
      update,
      delete: remove,
      updateAuthorization,
      "metadata.set": setMetadata,
      "metadata.update": updateMetadata,
    },
  };
}

function metadataOf({ provider, connectionId, metadata }: NangoMetadataRequest): {
  providerConfigKey: string;
  connectionId: string | string[];
  metadata: Record<string, unknown>;
} {
  return { providerConfigKey: provider, connectionId, metadata };
}

/** Checks what Nango's own request may lack. */
function needAll(request: NangoUpdateAuthorizationRequest): void {
  const { provider, connectionId, credentials } = request;
  const missing = [
    ...(typeof provider === "string" ? [] : ["provider"]),
    ...(typeof connectionId === "string" ? [] : ["connectionId"]),
    ...(typeof credentials === "object" && credentials !== null ? [] : ["credentials"]),
  ];
  if (missing.length === 0) return;
  const message = "expected one";
  const issues = missing.map((name) => ({ code: "invalid_type", path: [name], message }));
  throw new SDKValidationError(issues, request);
}

/** Nango's request to make a connection. */
function creationOf(request: NangoGenerateRequest): CreateConnectionRequest {
  const { provider, connectionId, extra } = request;
  const { endUser: _, ...members } = extra ?? {};
  const given = credentialsOf(request, ["apiKey", "basic", "oauth2", "custom"]);
  const scopes = given?.type === "oauth2" ? given.scopes : undefined;
  const { connectionConfig } = members;
  return {
    ...members,
    ...(scopes && { connectionConfig: { ...connectionConfig, oauth_scopes_override: scopes } }),
    ...personOf(request),
    providerConfigKey: provider,
    ...(connectionId !== undefined && { connectionId }),
    credentials: inputOf(given, request),
  };
}

/** The end user that a request names. */
function personOf(
  request: Pick<NangoGenerateRequest, "consumerRef"> & {
    readonly extra?: Pick<NangoExtra, "endUser"> | undefined;
  },
): { endUser?: EndUserInput } {
  const { consumerRef: id } = request;
  const endUser = request.extra?.endUser;
  if (id !== undefined) return { endUser: { ...endUser, id } };
  if (endUser === undefined) return {};
  throw misfit(request, ["consumerRef"], "expected one, since extra tells of an end user");
}

/** Credentials in Nango's words. */
function inputOf(credentials: NangoCredentials | undefined, request: unknown): CredentialsInput {
  switch (credentials?.type) {
    case undefined:
      return { type: "NONE" };
    case "apiKey":
      return { type: "API_KEY", apiKey: credentials.apiKey };
    case "basic":
      return { ...credentials, type: "BASIC" };
    case "oauth2": {
      const { scopes: _, accessToken, ...rest } = credentials;
      if (accessToken !== undefined) return { ...rest, accessToken, type: "OAUTH2" };
      throw misfit(request, ["credentials", "accessToken"], "expected one");
    }
    case "custom":
      if (typeof credentials.values["type"] === "string") {
        // As the user wrote them: not even their names are changed.
        return { type: "UNKNOWN", isUnknown: true, raw: { ...credentials.values } };
      }
      throw misfit(
        request,
        ["credentials", "values", "type"],
        "expected Nango's word for the kind, such as OAUTH2_CC",
      );
  }
}

function connectionOf(raw: NangoConnection): Answer {
  const { connectionId, providerConfigKey, endUser, metadata } = raw;
  const organization = endUser?.organization;
  return {
    id: connectionId,
    platform: "nango",
    // What names the connection together with its id; the name of the provider itself is in `raw`.
    provider: providerConfigKey,
    status: raw.errors.some(({ type }) => type === "auth") ? "broken" : "active",
    ...(organization && { group: partyOf(organization) }),
    ...(endUser && { consumer: partyOf(endUser) }),
    createTime: "created" in raw ? raw.created : raw.createdAt,
    ...("updatedAt" in raw && { updateTime: raw.updatedAt }),
    ...(metadata && { metadata }),
    raw,
  };
}

function partyOf(party: {
  readonly id: string;
  readonly displayName?: string | null | undefined;
}): {
  ref: string;
  name?: string;
} {
  const { id, displayName } = party;
  return { ref: id, ...(typeof displayName === "string" && { name: displayName }) };
}

/** Names of layer 1 for Nango's. */
const NAMES = new Map<unknown, string>([
  ["providerConfigKey", "provider"],
  ["integrationId", "provider"],
  ["endUserOrganizationId", "groupRef"],
  ["endUserId", "consumerRef"],
]);

/** Layer 1 has other names, no envelopes, and in `extra` what is not among its `own` members. */
function pathAmong(...own: readonly unknown[]): PathOf {
  return (path) => {
    const [first, ...rest] = path[0] === "requestBody" ? path.slice(1) : path;
    if (first === undefined) return [];
    if (first === "endUser" && rest[0] === "id") return ["consumerRef"];
    const name = NAMES.get(first) ?? first;
    // No member of the request, but the client's key where it is missing.
    return own.includes(name) || name === "apiKey" ? [name, ...rest] : ["extra", name, ...rest];
  };
}

const pathOf: PathOf = /* @__PURE__ */ pathAmong(
  "provider",
  "connectionId",
  "consumerRef",
  "credentials",
);
const pathOfList: PathOf = /* @__PURE__ */ pathAmong("provider", "groupRef", "consumerRef");
const pathOfMetadata: PathOf = /* @__PURE__ */ pathAmong("provider", "connectionId", "metadata");
