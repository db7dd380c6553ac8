import type { StoredConnection } from "./state.js";
import type { WireConnection } from "./wire.js";

/** What of the credentials goes into an answer. */
export interface Shown {
  /** An API key is shown with a single connection, asked for or not. */
  readonly apiKey?: boolean;
  readonly accessToken?: boolean;
  readonly refreshToken?: boolean;
}

/** A stored connection as the API answers it. */
export function show(connection: StoredConnection, shown: Shown = {}): WireConnection {
  const { credentials, ...members } = structuredClone(connection);
  const { apiKey, oauth2AuthorizationCode: tokens } = credentials;
  return {
    ...members,
    ...(shown.apiKey && apiKey !== undefined && { apiKey }),
    ...((shown.accessToken || shown.refreshToken) &&
      tokens && {
        oauth2AuthorizationCode: {
          ...(tokens.accessToken && { accessToken: tokens.accessToken }),
          ...(shown.refreshToken && tokens.refreshToken && { refreshToken: tokens.refreshToken }),
          ...(tokens.scopes && { scopes: tokens.scopes }),
        },
      }),
  };
}
