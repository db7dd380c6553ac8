// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, literal, object } from "../../../../lib/schema/index.js";

/** Nothing to sign in with. */
export interface NoCredentials {
  /** Tells the kind. */
  type: "NONE";
}
export const NoCredentials: Schema<NoCredentials> = /* @__PURE__ */ object<NoCredentials>(() => ({
  type: literal("NONE"),
}));
