// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, object, string } from "../../../../lib/schema/index.js";

/** What a file picker needs to let the user choose the files of the connection. */
export interface OauthTokenExchangeResponse {
  /** The id of the unfinished connection. */
  pendingId: string;
  /** The access token for the picker. Secret. */
  accessToken: string;
  /** The API key for the picker. Secret. */
  pickerApiKey: string;
}
export const OauthTokenExchangeResponse: Schema<OauthTokenExchangeResponse> =
  /* @__PURE__ */ object(() => ({
    pendingId: as("pending_id", string),
    accessToken: as("access_token", string),
    pickerApiKey: as("picker_api_key", string),
  }));
