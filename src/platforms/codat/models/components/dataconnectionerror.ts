// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, nullable, object, optional, string } from "../../../../lib/schema/index.js";
import type { DataConnectionErrorStatus } from "./dataconnectionerrorstatus.js";

/** Something that went wrong between Codat and the software. */
export interface DataConnectionError {
  /** The status code that the software answered. */
  statusCode?: string | undefined;
  /** The status text that the software answered. */
  statusText?: string | undefined;
  /** What the software said. */
  errorMessage?: string | undefined;
  /** When it happened. */
  erroredOnUtc?: string | undefined;
  /** Whether it still holds. */
  status?: DataConnectionErrorStatus | null | undefined;
  /** When it was over. */
  resolvedOnUtc?: string | null | undefined;
}
export const DataConnectionError: Schema<DataConnectionError> =
  /* @__PURE__ */ object<DataConnectionError>(() => ({
    statusCode: optional(string),
    statusText: optional(string),
    errorMessage: optional(string),
    erroredOnUtc: optional(string),
    status: optional(nullable(string)),
    resolvedOnUtc: optional(nullable(string)),
  }));
