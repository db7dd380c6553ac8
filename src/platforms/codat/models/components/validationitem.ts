// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, nullable, object, optional, string } from "../../../../lib/schema/index.js";

/** A validation issue. */
export interface ValidationItem {
  /** The invalid member. */
  itemId?: string | null | undefined;
  /** What is wrong with it. */
  message?: string | null | undefined;
  /** The check that failed. */
  validatorName?: string | null | undefined;
}
export const ValidationItem: Schema<ValidationItem> = /* @__PURE__ */ object(() => ({
  itemId: optional(nullable(string)),
  message: optional(nullable(string)),
  validatorName: optional(nullable(string)),
}));
