import { type Issue, SDKValidationError } from "../../../lib/index.js";
import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { Connection } from "../../vocabulary/connection.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import type { PathOf } from "../../vocabulary/map-result.js";
import { dateOf, membersOf, partyOf, recordOf, stringOf } from "../../vocabulary/read.js";
import type {
  ConnectionProblem,
  CreateConnectionRequest,
  CredentialsInput,
  EndUser,
  EndUserInput,
  Organization,
} from "../../../platforms/nango/models/components/connections.js";
import type {
  NangoCoordinates,
  NangoCredentials,
  NangoExtra,
  NangoGenerateRequest,
  NangoMetadataRequest,
  NangoUpdateAuthorizationRequest,
} from "./requests.js";
import type { NangoConnection } from "./types.js";

/** Maps the request of a metadata verb to Nango's. */
export function metadataRequest({ provider, connectionId, metadata }: NangoMetadataRequest): {
  providerConfigKey: string;
  connectionId: string | string[];
  metadata: Record<string, unknown>;
} {
  return { providerConfigKey: provider, connectionId, metadata };
}

/**
 * Throws if a member is missing that a new authorization requires, but Nango's request to create a
 * connection does not.
 */
export function requireMembers(request: NangoUpdateAuthorizationRequest): void {
  const { provider, connectionId, credentials } = request;
  const hasCredentials = typeof credentials === "object" && credentials !== null;
  const issues = [
    ...(typeof provider === "string" ? [] : [missing("provider", "the id of an integration")]),
    ...(typeof connectionId === "string"
      ? []
      : [missing("connectionId", "the id of a connection")]),
    ...(hasCredentials ? [] : [missing("credentials", "the new credentials")]),
  ];
  if (issues.length > 0) throw new SDKValidationError(issues, request);
}

function missing(member: string, expected: string): Issue {
  return { code: "invalid_type", path: [member], message: `expected ${expected}` };
}

/** Maps the request of a verb to Nango's request to create a connection. */
export function createRequest(request: NangoGenerateRequest): CreateConnectionRequest {
  const { provider, connectionId, extra } = request;
  const { endUser: _, ...members } = extra ?? {};
  const credentials = checkCredentials(request, ["apiKey", "basic", "oauth2", "custom"]);
  const scopes = credentials?.type === "oauth2" ? credentials.scopes : undefined;
  const { connectionConfig } = members;
  return {
    ...members,
    ...(scopes && { connectionConfig: { ...connectionConfig, oauth_scopes_override: scopes } }),
    ...endUserMember(request),
    providerConfigKey: provider,
    ...(connectionId !== undefined && { connectionId }),
    credentials: credentialsInput(credentials, request),
  };
}

/** The end user of a request. */
export function endUserMember(
  request: Pick<NangoGenerateRequest, "consumerRef"> & {
    readonly extra?: Pick<NangoExtra, "endUser"> | undefined;
  },
): { endUser?: EndUserInput } {
  const { consumerRef: id } = request;
  const endUser = request.extra?.endUser;
  if (id !== undefined) return { endUser: { ...endUser, id } };
  if (endUser === undefined) return {};
  throw invalidRequest(request, ["consumerRef"], "expected an id, because extra.endUser is set");
}

/** Maps credentials to Nango's. */
export function credentialsInput(
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
      throw invalidRequest(request, ["credentials", "accessToken"], "expected an access token");
    }
    case "custom":
      if (typeof credentials.values["type"] === "string") {
        // Sent as the user wrote them, with their names unchanged.
        return { type: "UNKNOWN", isUnknown: true, raw: { ...credentials.values } };
      }
      throw invalidRequest(
        request,
        ["credentials", "values", "type"],
        "expected the type that Nango uses, such as OAUTH2_CC",
      );
  }
}

/** Maps Nango's connection to the unified API, whatever its members are. */
export function connectionOf(raw: NangoConnection): Connection<NangoConnection, NangoCoordinates> {
  const connection = membersOf(raw);
  const endUser = membersOf(connection.endUser as EndUser | undefined);
  const organization = membersOf(endUser.organization as Organization | undefined);
  const id = stringOf(connection.connectionId) ?? "";
  const provider = stringOf(connection.providerConfigKey) ?? "";
  return {
    type: "connection",
    id,
    coordinates:
      id && provider ? { platform: "nango", version: 1, provider, connectionId: id } : undefined,
    platform: "nango",
    provider,
    service: stringOf(connection.provider),
    status: statusOf(connection.errors),
    group: partyOf(organization.id, organization.displayName),
    consumer: partyOf(endUser.id, endUser.displayName),
    createTime: dateOf(connection.created) ?? dateOf(connection.createdAt),
    updateTime: dateOf(connection.updatedAt),
    metadata: recordOf(connection.metadata),
    raw,
  };
}

/** Nango has no statuses. A connection without a list of errors can be in any. */
function statusOf(errors: unknown): string {
  if (!Array.isArray(errors)) return "unknown";
  return errors.some((error: unknown) => membersOf(error as ConnectionProblem).type === "auth")
    ? "broken"
    : "active";
}

/** Names of Nango's parameters in the unified API. */
const UNIFIED_NAME = new Map<unknown, string>([
  ["providerConfigKey", "provider"],
  ["integrationId", "provider"],
  ["endUserOrganizationId", "groupRef"],
  ["endUserId", "consumerRef"],
]);

/**
 * Translates paths in a request of Nango's. The unified API has other names and no envelopes.
 *
 * @param members - The members of the verb's request. All others are in `extra`.
 */
function pathWithin(...members: readonly unknown[]): PathOf {
  return (path) => {
    const [first, ...rest] = path[0] === "requestBody" ? path.slice(1) : path;
    if (first === undefined) return [];
    if (first === "endUser" && rest[0] === "id") return ["consumerRef"];
    const name = UNIFIED_NAME.get(first) ?? first;
    // A missing `apiKey` is an option of the client and not a member of the request.
    return members.includes(name) || name === "apiKey" ? [name, ...rest] : ["extra", name, ...rest];
  };
}

/** Translates paths in Nango's requests for one connection. */
export const pathOf: PathOf = /* @__PURE__ */ pathWithin(
  "provider",
  "connectionId",
  "consumerRef",
  "credentials",
);

/** Translates paths in Nango's request to list connections. */
export const pathOfList: PathOf = /* @__PURE__ */ pathWithin("provider", "groupRef", "consumerRef");

/** Translates paths in Nango's requests for metadata. */
export const pathOfMetadata: PathOf = /* @__PURE__ */ pathWithin(
  "provider",
  "connectionId",
  "metadata",
);
