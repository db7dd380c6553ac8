// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, boolean, object, optional, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";

export const GetConnectionRefresh = { Force: "force", IfExpired: "ifExpired" } as const;
export type GetConnectionRefresh = "force" | "ifExpired" | (string & {});

/** The request of getConnection. */
export interface GetConnectionRequest {
  /** The id of your Ampersand project, or its name. */
  projectIdOrName: string;
  /** The id that Ampersand gave the connection. */
  connectionId: string;
  /**
   * Whether to answer the access token as well. Off unless set. The answer then holds a secret:
   * keep it out of logs.
   */
  includeCreds?: boolean | undefined;
  /**
   * Whether to answer the refresh token along with the access token. Off unless set. `includeCreds`
   * no longer matters then. A refresh token is a long-lived secret: ask for it only to move a
   * connection elsewhere.
   */
  includeRefreshToken?: boolean | undefined;
  /**
   * Whether to renew the access token first: `ifExpired` only where it has run out, `force` in any
   * case. Every request with `force` renews the token once more, so such a request is not repeated
   * blindly after a failure.
   */
  refresh?: GetConnectionRefresh | undefined;
}
export const GetConnectionRequest: Schema<GetConnectionRequest> =
  /* @__PURE__ */ object<GetConnectionRequest>(() => ({
    projectIdOrName: string,
    connectionId: string,
    includeCreds: optional(boolean),
    includeRefreshToken: optional(boolean),
    refresh: optional(string),
  }));

/** The response of getConnection. */
export type GetConnectionResponse = Connection;
