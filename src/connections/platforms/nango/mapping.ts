import { SDKValidationError } from "../../../lib/index.js";
import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { Connection } from "../../vocabulary/connection.js";
import { type PathOf, invalidRequest } from "../../vocabulary/map-result.js";
import type {
  NangoConnection,
  NangoCredentials,
  NangoExtra,
  NangoGenerateRequest,
  NangoMetadataRequest,
  NangoUpdateAuthorizationRequest,
} from "./requests.js";
import type { CreateConnectionRequest } from "../../../platforms/nango/models/components/createconnectionrequest.js";
import type { CredentialsInput } from "../../../platforms/nango/models/components/credentialsinput.js";
import type { EndUserInput } from "../../../platforms/nango/models/components/enduserinput.js";

export function metadataOf({ provider, connectionId, metadata }: NangoMetadataRequest): {
  providerConfigKey: string;
  connectionId: string | string[];
  metadata: Record<string, unknown>;
} {
  return { providerConfigKey: provider, connectionId, metadata };
}

/** Checks what Nango's own request may lack. */
export function needAll(request: NangoUpdateAuthorizationRequest): void {
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
export function creationOf(request: NangoGenerateRequest): CreateConnectionRequest {
  const { provider, connectionId, extra } = request;
  const { endUser: _, ...members } = extra ?? {};
  const given = checkCredentials(request, ["apiKey", "basic", "oauth2", "custom"]);
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
export function personOf(
  request: Pick<NangoGenerateRequest, "consumerRef"> & {
    readonly extra?: Pick<NangoExtra, "endUser"> | undefined;
  },
): { endUser?: EndUserInput } {
  const { consumerRef: id } = request;
  const endUser = request.extra?.endUser;
  if (id !== undefined) return { endUser: { ...endUser, id } };
  if (endUser === undefined) return {};
  throw invalidRequest(request, ["consumerRef"], "expected one, since extra tells of an end user");
}

/** Credentials in Nango's words. */
export function inputOf(
  credentials: NangoCredentials | undefined,
  request: unknown,
): CredentialsInput {
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
      throw invalidRequest(request, ["credentials", "accessToken"], "expected one");
    }
    case "custom":
      if (typeof credentials.values["type"] === "string") {
        // As the user wrote them: not even their names are changed.
        return { type: "UNKNOWN", isUnknown: true, raw: { ...credentials.values } };
      }
      throw invalidRequest(
        request,
        ["credentials", "values", "type"],
        "expected Nango's word for the kind, such as OAUTH2_CC",
      );
  }
}

export function connectionOf(raw: NangoConnection): Connection<NangoConnection> {
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

export function partyOf(party: {
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
export function pathAmong(...own: readonly unknown[]): PathOf {
  return (path) => {
    const [first, ...rest] = path[0] === "requestBody" ? path.slice(1) : path;
    if (first === undefined) return [];
    if (first === "endUser" && rest[0] === "id") return ["consumerRef"];
    const name = NAMES.get(first) ?? first;
    // No member of the request, but the client's key where it is missing.
    return own.includes(name) || name === "apiKey" ? [name, ...rest] : ["extra", name, ...rest];
  };
}

export const pathOf: PathOf = /* @__PURE__ */ pathAmong(
  "provider",
  "connectionId",
  "consumerRef",
  "credentials",
);
export const pathOfList: PathOf = /* @__PURE__ */ pathAmong("provider", "groupRef", "consumerRef");
export const pathOfMetadata: PathOf = /* @__PURE__ */ pathAmong(
  "provider",
  "connectionId",
  "metadata",
);
