// Written by connections-sdk-generator. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";

/** What oauthUpdate takes. */
export interface OauthUpdateRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
}
export const OauthUpdateRequest: Schema<OauthUpdateRequest> =
  /* @__PURE__ */ object<OauthUpdateRequest>(() => ({
    projectIdOrName: string,
    connectionId: string,
  }));

/** What oauthUpdate answers. */
export type OauthUpdateResponse = string;
