// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, boolean, object } from "../../../../lib/schema/index.js";

/** That it was done. */
export interface Success {
  /** Whether it was done. */
  success: boolean;
}
export const Success: Schema<Success> = /* @__PURE__ */ object<Success>(() => ({
  success: boolean,
}));
