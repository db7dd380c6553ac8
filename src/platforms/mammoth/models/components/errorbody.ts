// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  as,
  integer,
  nullable,
  object,
  optional,
  record,
  string,
  union,
  unknown,
} from "../../../../lib/schema/index.js";

/** Why a request was refused. */
export interface ErrorBody {
  /** The HTTP status once more. */
  statusCode: number;
  /** What is wrong. */
  detail: string;
  /** More about it, such as a list of members that do not fit. */
  extra?: ErrorBodyExtra | null | undefined;
}
export const ErrorBody: Schema<ErrorBody> = /* @__PURE__ */ object<ErrorBody>(() => ({
  statusCode: as("status_code", integer),
  detail: string,
  extra: optional(nullable(ErrorBodyExtra)),
}));

/** More about it, such as a list of members that do not fit. */
export type ErrorBodyExtra = Record<string, unknown> | unknown[];
export const ErrorBodyExtra: Schema<ErrorBodyExtra> = /* @__PURE__ */ union<ErrorBodyExtra>(() => [
  record(unknown),
  array(unknown),
]);
