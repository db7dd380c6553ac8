import { type Issue, SDKValidationError } from "../../../lib/index.js";
import { checkBody } from "../../vocabulary/check-body.js";
import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { Connection, ConnectionData } from "../../vocabulary/connection.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import type { PathOf } from "../../vocabulary/map-result.js";
import { dateOf, membersOf, recordOf, stringOf } from "../../vocabulary/read.js";
import type { RevisionOf } from "../../vocabulary/sign-in.js";
import {
  type ConnectionProblem,
  type Connection as FullConnection,
  CreateConnectionRequest,
  type CredentialsInput,
} from "../../../platforms/nango/models/components/connections.js";
import type { Holdings } from "./existing.js";
import { mergedTags, partiesOf } from "./parties.js";
import type {
  NangoCoordinates,
  NangoCredentials,
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
  const { provider, connectionId, credentials, extra } = request;
  const hasCredentials =
    credentials === undefined || (typeof credentials === "object" && credentials !== null);
  const issues = [
    ...(typeof provider === "string" ? [] : [missing("provider", "the id of an integration")]),
    ...(typeof connectionId === "string"
      ? []
      : [missing("connectionId", "the id of a connection")]),
    ...(hasCredentials ? [] : [missing("credentials", "the new credentials")]),
    // Others would replace what the connection holds, such as whose it is.
    ...Object.keys(extra ?? {})
      .filter((name) => name !== "connectionConfig")
      .map((name) => missing(name, "no member of extra but connectionConfig: use update")),
  ];
  if (issues.length > 0) throw new SDKValidationError(issues, request);
}

function missing(member: string, expected: string): Issue {
  return { code: "invalid_type", path: [member], message: `expected ${expected}` };
}

/**
 * Maps the request of a verb to Nango's request to create a connection, and checks it: what exists
 * is read before it is sent, and nothing must be sent for a request that is invalid.
 *
 * @returns A function of what the connection holds, if it exists. What the request has wins, member
 * by member.
 */
export function createRequest(
  request: NangoGenerateRequest,
): (held?: Holdings) => CreateConnectionRequest {
  const { provider, connectionId, extra } = request;
  const credentials = checkCredentials(request, ["apiKey", "basic", "oauth2", "custom"]);
  const scopes = credentials?.type === "oauth2" ? credentials.scopes : undefined;
  const body: CreateConnectionRequest = {
    ...extra,
    providerConfigKey: provider,
    ...(connectionId !== undefined && { connectionId }),
    credentials: credentialsInput(credentials, request),
  };
  if (typeof connectionId === "string" && !READABLE.test(connectionId))
    throw invalidRequest(
      request,
      ["connectionId"],
      "expected up to 255 ASCII letters, digits and most punctuation marks: Nango would create the connection, and never find it again",
    );
  const requestWith = (held: Holdings = {}): CreateConnectionRequest => {
    const members = { ...held, ...body };
    const { connectionConfig } = members;
    const tags = mergedTags(request, held.tags);
    return {
      ...members,
      ...(scopes && { connectionConfig: { ...connectionConfig, oauth_scopes_override: scopes } }),
      ...(Object.keys(tags).length > 0 && { tags }),
    };
  };
  checkBody(CreateConnectionRequest, requestWith(), request);
  return requestWith;
}

/** The ids that Nango accepts in the path. It accepts any when it creates a connection. */
const READABLE = /^[\w,.;:=+~[\]|@${}"'\\/ -]{1,255}$/;

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
    ...conditionOf(connection.errors, membersOf(connection.credentials as Unchecked).expiresAt),
    ...partiesOf(raw),
    createTime: dateOf(connection.created) ?? dateOf(connection.createdAt),
    updateTime: dateOf(connection.updatedAt),
    metadata: recordOf(connection.metadata),
    raw,
  };
}

/** Credentials of any type. */
interface Unchecked {
  readonly expiresAt?: unknown;
}

/**
 * Nango has no statuses, only a list of problems. A connection without the list can be in any.
 *
 * @param expires - When the access token expires. It is not renewed if the authorization failed.
 */
export function conditionOf(
  problems: unknown,
  expires: unknown,
): Pick<ConnectionData, "status" | "health"> {
  if (!Array.isArray(problems)) return { status: "unknown" };
  const types = new Set(
    problems.map((problem: unknown) => membersOf(problem as ConnectionProblem).type),
  );
  if (types.has("auth")) {
    const since = dateOf(expires);
    return {
      status: "broken",
      health: {
        reason: "The service no longer accepts the credentials",
        needs: "signIn",
        ...(since && since.getTime() < Date.now() && { since }),
      },
    };
  }
  return {
    status: "active",
    ...(types.has("sync") && {
      health: { reason: "The last synchronization failed", needs: "wait" },
    }),
  };
}

/**
 * What changes when the customer signs in again. Lists don't tell it. Nango sets the time of the
 * update for some kinds of credentials only, and for the others a new expiry.
 */
export const revisionOf: RevisionOf = ({ raw }) => {
  const { updatedAt, credentials } = membersOf(raw as FullConnection);
  const expires = dateOf(membersOf(credentials as Unchecked).expiresAt);
  return dateOf(updatedAt) && `${dateOf(updatedAt)?.toJSON()} ${expires?.toJSON() ?? ""}`;
};

/** Names of Nango's parameters in the unified API. */
const UNIFIED_NAME = new Map<unknown, string>([
  ["providerConfigKey", "provider"],
  ["integrationId", "provider"],
]);

/** Names of the tags that say whose a connection is. */
const PARTY_NAME = new Map<unknown, string>([
  ["organization_id", "groupRef"],
  ["end_user_id", "consumerRef"],
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
    if (first === "extra") return path; // of a check of the request itself
    const party = first === "tags" && PARTY_NAME.get(rest[0]);
    if (party) return [party];
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
