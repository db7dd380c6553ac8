// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, union } from "../../../../lib/schema/index.js";
import { OauthTokenExchangeResponse } from "./oauthtokenexchangeresponse.js";
import { ObjectJobSchema } from "./objectjobschema.js";

/** The outcome of a request to create a connection. */
export type SaveConnectionResult = OauthTokenExchangeResponse | ObjectJobSchema;
export const SaveConnectionResult: Schema<SaveConnectionResult> = /* @__PURE__ */ union(() => [
  OauthTokenExchangeResponse,
  ObjectJobSchema,
]);
