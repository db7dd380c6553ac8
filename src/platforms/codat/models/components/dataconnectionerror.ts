// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, nullable, object, optional, string } from "../../../../lib/schema/index.js";
import type { DataConnectionErrorStatus } from "./dataconnectionerrorstatus.js";

/** An error between Codat and the software. */
export interface DataConnectionError {
  /** The status code of the software's response. */
  statusCode?: string | undefined;
  /** The status text of the software's response. */
  statusText?: string | undefined;
  /** The error message of the software. */
  errorMessage?: string | undefined;
  /** When the error occurred. */
  erroredOnUtc?: string | undefined;
  /** Whether the error is still active. */
  status?: DataConnectionErrorStatus | null | undefined;
  /** When the error was resolved. */
  resolvedOnUtc?: string | null | undefined;
}
export const DataConnectionError: Schema<DataConnectionError> = /* @__PURE__ */ object(() => ({
  statusCode: optional(string),
  statusText: optional(string),
  errorMessage: optional(string),
  erroredOnUtc: optional(string),
  status: optional(nullable(string)),
  resolvedOnUtc: optional(nullable(string)),
}));
