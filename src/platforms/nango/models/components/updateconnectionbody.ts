// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optional, optionalAs, string } from "../../../../lib/schema/index.js";
import { EndUserInput } from "./enduserinput.js";
import { Tags } from "./tags.js";

/**
 * The members of a connection to update. All others keep their values, except that an end user
 * replaces tags.
 */
export interface UpdateConnectionBody {
  tags?: Tags | undefined;
  endUser?: EndUserInput | undefined;
  /** The URL that receives the webhooks of this connection. An empty string removes it. */
  webhookUrlOverride?: string | undefined;
}
export const UpdateConnectionBody: Schema<UpdateConnectionBody> = /* @__PURE__ */ object(() => ({
  tags: optional(Tags),
  endUser: optionalAs("end_user", EndUserInput),
  webhookUrlOverride: optionalAs("webhook_url_override", string),
}));
