// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, boolean, object, optional, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";

/** The request of getConnection. */
export interface GetConnectionRequest {
  /**
   * The id of the connection.
   *
   * Limits: at most 255.
   */
  connectionId: string;
  /**
   * The id of the integration.
   *
   * Limits: at most 255.
   */
  providerConfigKey: string;
  /**
   * Whether to refresh the access token even if it has not expired.
   *
   * Default: `false`.
   */
  forceRefresh?: boolean | undefined;
  /**
   * Whether to include the refresh token. It is a long-lived secret: request it only to move a
   * connection elsewhere.
   *
   * Default: `false`.
   */
  refreshToken?: boolean | undefined;
  /**
   * Whether to refresh the JSON Web Token of a GitHub app.
   *
   * Default: `false`.
   */
  refreshGithubAppJwtToken?: boolean | undefined;
}
export const GetConnectionRequest: Schema<GetConnectionRequest> = /* @__PURE__ */ object(() => ({
  connectionId: string,
  providerConfigKey: string,
  forceRefresh: optional(boolean),
  refreshToken: optional(boolean),
  refreshGithubAppJwtToken: optional(boolean),
}));

/** The response of getConnection. */
export type GetConnectionResponse = Connection;
