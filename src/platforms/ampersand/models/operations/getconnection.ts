// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, boolean, object, optional, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";

export const GetConnectionRefresh = { Force: "force", IfExpired: "ifExpired" } as const;
export type GetConnectionRefresh = "force" | "ifExpired" | (string & {});

/** The request of getConnection. */
export interface GetConnectionRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
  /**
   * Whether to include the access token. Off by default. The response then contains a secret: keep
   * it out of logs.
   */
  includeCreds?: boolean | undefined;
  /**
   * Whether to include the refresh token and the access token, whatever `includeCreds` is. Off by
   * default. A refresh token is a long-lived secret: request it only to move a connection
   * elsewhere.
   */
  includeRefreshToken?: boolean | undefined;
  /**
   * Whether to refresh the access token first: `ifExpired` only if it has expired, `force` in any
   * case. Every request with `force` refreshes the token again, so such a request is not retried
   * after a failure.
   */
  refresh?: GetConnectionRefresh | undefined;
}
export const GetConnectionRequest: Schema<GetConnectionRequest> = /* @__PURE__ */ object(() => ({
  projectIdOrName: string,
  connectionId: string,
  includeCreds: optional(boolean),
  includeRefreshToken: optional(boolean),
  refresh: optional(string),
}));

/** The response of getConnection. */
export type GetConnectionResponse = Connection;
