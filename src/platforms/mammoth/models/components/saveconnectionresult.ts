// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, union } from "../../../../lib/schema/index.js";
import { OauthTokenExchangeResponse } from "./oauthtokenexchangeresponse.js";
import { ObjectJobSchema } from "./objectjobschema.js";

/** What became of a connection that was to be made. */
export type SaveConnectionResult = OauthTokenExchangeResponse | ObjectJobSchema;
export const SaveConnectionResult: Schema<SaveConnectionResult> =
  /* @__PURE__ */ union<SaveConnectionResult>(() => [OauthTokenExchangeResponse, ObjectJobSchema]);
