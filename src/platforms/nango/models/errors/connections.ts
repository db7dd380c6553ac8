// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/shared.js";

/**
 * Error response 404 of upsertConnection, getConnection, updateConnection and 3 other operations.
 *
 * The connection does not exist.
 */
export interface Response404 extends ErrorBody {}
export class Response404 extends TypedError<ErrorBody> {
  override readonly name = "Response404";
  static override get _name(): string {
    return "Response404";
  }
}

/**
 * Error response 424 of getConnection.
 *
 * The provider no longer refreshes the credentials, and the customer has to authorize the
 * connection again. `error.payload.connection` is the connection without its credentials.
 */
export interface Response424 extends ErrorBody {}
export class Response424 extends TypedError<ErrorBody> {
  override readonly name = "Response424";
  static override get _name(): string {
    return "Response424";
  }
}
