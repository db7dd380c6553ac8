// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, object, string } from "../../../../lib/schema/index.js";

/** What a file picker needs to let the user choose what the connection is for. */
export interface OauthTokenExchangeResponse {
  /** Names the connection that is not finished yet. */
  pendingId: string;
  /** The token to open the picker with. Secret. */
  accessToken: string;
  /** The API key to open the picker with. Secret. */
  pickerApiKey: string;
}
export const OauthTokenExchangeResponse: Schema<OauthTokenExchangeResponse> =
  /* @__PURE__ */ object<OauthTokenExchangeResponse>(() => ({
    pendingId: as("pending_id", string),
    accessToken: as("access_token", string),
    pickerApiKey: as("picker_api_key", string),
  }));
