// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, boolean, object } from "../../../../lib/schema/index.js";

/** The outcome of an operation. */
export interface Success {
  /** Whether the operation succeeded. */
  success: boolean;
}
export const Success: Schema<Success> = /* @__PURE__ */ object(() => ({
  success: boolean,
}));
