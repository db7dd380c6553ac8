// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/errorbody.js";

/**
 * Error response 424 of getConnection.
 *
 * The provider does not renew the credentials any more, and the customer has to authorize again.
 * `error.payload.connection` is the connection without credentials.
 */
export interface Response424 extends ErrorBody {}
export class Response424 extends TypedError<ErrorBody> {
  override readonly name = "Response424";
}
