import type { Connection } from "../../vocabulary/connection.js";
import type { Credentials } from "../../vocabulary/credentials.js";
import { type PathOf, invalidRequest } from "../../vocabulary/map-result.js";
import type { ConnectionRequest } from "../../../platforms/ampersand/models/components/connectionrequest.js";
import type { Connection as AmpersandConnection } from "../../../platforms/ampersand/models/components/connection.js";

const STATUS = new Map([
  ["created", "pending"],
  ["working", "active"],
  ["bad_credentials", "broken"],
]);

export function connectionOf(raw: AmpersandConnection): Connection<AmpersandConnection> {
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
export function memberOf(
  credentials: Credentials | undefined,
  request: unknown,
): ConnectionRequest {
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
        throw invalidRequest(
          request,
          ["credentials", "accessToken"],
          "expected one, since it expires",
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

export function untyped<C extends Credentials>(credentials: C): Omit<C, "type"> {
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
export const pathOf: PathOf = (path) => {
  const at = path.findIndex((key) => key !== "requestBody" && key !== "connection");
  const inner = at < 0 ? [] : path.slice(at);
  return EXTRA.has(inner[0]) ? ["extra", ...inner] : inner;
};
