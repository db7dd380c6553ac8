// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorMessage as ErrorMessageData } from "../components/shared.js";

/**
 * Error response 400, 401, 402, 403, 404, 429, 500, 503 of list-companies, list-connections,
 * create-connection and 4 other operations.
 *
 * An error response. Use the HTTP status code; the one in the body can differ.
 */
export interface ErrorMessage extends Omit<ErrorMessageData, "statusCode"> {}
export class ErrorMessage extends TypedError<ErrorMessageData> {
  override readonly name = "ErrorMessage";
  static override get _name(): string {
    return "ErrorMessage";
  }
}
