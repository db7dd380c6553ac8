import type { Connection } from "../../vocabulary/connection.js";
import type { Credentials } from "../../vocabulary/credentials.js";
import type { ConnectionHealth } from "../../vocabulary/health.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import type { PathOf } from "../../vocabulary/map-result.js";
import { dateOf, membersOf, partyOf, recordOf, stringOf } from "../../vocabulary/read.js";
import type { ConnectionRequest } from "../../../platforms/ampersand/models/components/connections.js";
import type { AmpersandCoordinates } from "./requests.js";
import type { AmpersandConnection } from "./types.js";

/** Ampersand's statuses and those of the unified API. */
const UNIFIED_STATUS = new Map<unknown, string>([
  ["created", "pending"],
  ["working", "active"],
  ["bad_credentials", "broken"],
]);

/** What is wrong in each status. */
const HEALTH = new Map<unknown, ConnectionHealth>([
  ["created", { reason: "The sign-in is not finished", needs: "signIn" }],
  ["bad_credentials", { reason: "The service no longer accepts the credentials", needs: "signIn" }],
]);

/**
 * Maps Ampersand's connection to the unified API, whatever its members are. Its project is named as
 * the request names it.
 */
export function connectionOf(
  raw: AmpersandConnection,
  { projectIdOrName }: Pick<AmpersandCoordinates, "projectIdOrName">,
): Connection<AmpersandConnection, AmpersandCoordinates> {
  const connection = membersOf(raw);
  const group = membersOf(connection.group as AmpersandConnection["group"]);
  const consumer = membersOf(connection.consumer as AmpersandConnection["consumer"]);
  const id = stringOf(connection.id) ?? "";
  return {
    type: "connection",
    id,
    coordinates: id
      ? { platform: "ampersand", version: 1, projectIdOrName, connectionId: id }
      : undefined,
    platform: "ampersand",
    provider: stringOf(connection.provider) ?? "",
    status: UNIFIED_STATUS.get(connection.status) ?? stringOf(connection.status) ?? "unknown",
    health: HEALTH.get(connection.status),
    projectId: stringOf(connection.projectId),
    group: partyOf(group.groupRef, group.groupName),
    consumer: partyOf(consumer.consumerRef, consumer.consumerName),
    createTime: dateOf(connection.createTime),
    updateTime: dateOf(connection.updateTime),
    metadata: recordOf(connection.providerMetadata),
    raw,
  };
}

/** Maps credentials to the member of Ampersand's request that takes them. */
export function credentialsMember(
  credentials: Credentials | undefined,
  request: unknown,
): ConnectionRequest {
  switch (credentials?.type) {
    case undefined:
      return {};
    case "apiKey":
      return { apiKey: credentials.apiKey };
    case "basic":
      return { basicAuth: withoutType(credentials) };
    case "clientCredentials":
      return { oauth2ClientCredentials: withoutType(credentials) };
    case "password":
      return { oauth2PasswordCredentials: withoutType(credentials) };
    case "custom":
      return { customAuth: { ...credentials.values } };
    case "oauth2": {
      const { accessToken, refreshToken, expiresAt, ...rest } = withoutType(credentials);
      if (accessToken === undefined && expiresAt !== undefined) {
        throw invalidRequest(
          request,
          ["credentials", "accessToken"],
          "expected an access token, because expiresAt is set",
        );
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

function withoutType<C extends Credentials>(credentials: C): Omit<C, "type"> {
  const { type: _, ...values } = credentials;
  return values;
}

/** Members of Ampersand's requests that are in `extra` in the unified API. */
const EXTRA_MEMBERS = new Set<unknown>([
  "groupName",
  "consumerName",
  "providerWorkspaceRef",
  "providerMetadata",
  "updateMask",
  "includeCreds",
  "includeRefreshToken",
  "refresh",
]);

/**
 * Translates a path in a request of Ampersand's: the unified API has no envelopes around its
 * members.
 */
export const pathOf: PathOf = (path) => {
  const at = path.findIndex((key) => key !== "requestBody" && key !== "connection");
  const inner = at < 0 ? [] : path.slice(at);
  return EXTRA_MEMBERS.has(inner[0]) ? ["extra", ...inner] : inner;
};
