// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorMessage as ErrorMessage$1 } from "../components/connections.js";

/**
 * Error response 400, 401, 402, 403, 404, 429, 500, 503 of list-connections, create-connection,
 * get-connection, delete-connection, unlink-connection, update-connection-authorization.
 *
 * An error response. Use the HTTP status code; the one in the body can differ.
 */
export interface ErrorMessage extends Omit<ErrorMessage$1, "statusCode"> {}
export class ErrorMessage extends TypedError<ErrorMessage$1> {
  override readonly name = "ErrorMessage";
  static override get _name(): string {
    return "ErrorMessage";
  }
}
