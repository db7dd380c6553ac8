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
import { ConnectionPatchOp } from "./connections.js";

/** An error response. */
export interface ErrorBody {
  /** The HTTP status code. */
  statusCode: number;
  /** The error message. */
  detail: string;
  /** Further details, such as a list of the invalid members. */
  extra?: ErrorBodyExtra | null | undefined;
}
export const ErrorBody: Schema<ErrorBody> = /* @__PURE__ */ object(() => ({
  statusCode: as("status_code", integer),
  detail: string,
  extra: optional(nullable(ErrorBodyExtra)),
}));

/** Further details, such as a list of the invalid members. */
export type ErrorBodyExtra = Record<string, unknown> | unknown[];
export const ErrorBodyExtra: Schema<ErrorBodyExtra> = /* @__PURE__ */ union(() => [
  record(unknown),
  array(unknown),
]);

/** An update of a connection. */
export interface ConnectionPatchRequest {
  /** The changes, in order. */
  patch: ConnectionPatchOp[];
}
export const ConnectionPatchRequest: Schema<ConnectionPatchRequest> = /* @__PURE__ */ object(
  () => ({
    patch: array(ConnectionPatchOp),
  }),
);
