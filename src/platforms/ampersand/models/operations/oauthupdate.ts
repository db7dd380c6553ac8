// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";

/** The request of oauthUpdate. */
export interface OauthUpdateRequest {
  /** The id of your Ampersand project, or its name. */
  projectIdOrName: string;
  /** The id that Ampersand gave the connection. */
  connectionId: string;
}
export const OauthUpdateRequest: Schema<OauthUpdateRequest> =
  /* @__PURE__ */ object<OauthUpdateRequest>(() => ({
    projectIdOrName: string,
    connectionId: string,
  }));

/** The response of oauthUpdate. */
export type OauthUpdateResponse = string;
