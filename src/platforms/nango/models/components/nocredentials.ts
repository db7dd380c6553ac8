// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, literal, object } from "../../../../lib/schema/index.js";

/** No credentials. */
export interface NoCredentials {
  /** The type of the credentials. */
  type: "NONE";
}
export const NoCredentials: Schema<NoCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("NONE"),
}));
