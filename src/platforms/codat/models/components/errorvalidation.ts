// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, nullable, object, optional } from "../../../../lib/schema/index.js";
import { ValidationItem } from "./validationitem.js";

/** The validation issues of a request. */
export interface ErrorValidation {
  errors?: ValidationItem[] | null | undefined;
  warnings?: ValidationItem[] | null | undefined;
}
export const ErrorValidation: Schema<ErrorValidation> = /* @__PURE__ */ object(() => ({
  errors: optional(nullable(array(ValidationItem))),
  warnings: optional(nullable(array(ValidationItem))),
}));
