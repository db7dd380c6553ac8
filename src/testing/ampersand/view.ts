import type { StoredConnection } from "./state.js";
import type { WireConnection } from "./wire.js";

/** The credentials to include in a response. */
export interface IncludedSecrets {
  /** The API key. Included with every single connection, requested or not. */
  readonly apiKey?: boolean;
  /** The access token. */
  readonly accessToken?: boolean;
  /** The refresh token, which includes the access token. */
  readonly refreshToken?: boolean;
}

/** A stored connection as the API returns it. */
export function toWire(
  connection: StoredConnection,
  included: IncludedSecrets = {},
): WireConnection {
  const { credentials, ...members } = structuredClone(connection);
  const { apiKey, oauth2AuthorizationCode: tokens } = credentials;
  return {
    ...members,
    ...(included.apiKey && apiKey !== undefined && { apiKey }),
    ...((included.accessToken || included.refreshToken) &&
      tokens && {
        oauth2AuthorizationCode: {
          ...(tokens.accessToken && { accessToken: tokens.accessToken }),
          ...(included.refreshToken &&
            tokens.refreshToken && { refreshToken: tokens.refreshToken }),
          ...(tokens.scopes && { scopes: tokens.scopes }),
        },
      }),
  };
}
