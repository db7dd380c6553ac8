// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/errorbody.js";

/**
 * Error response 404 of upsertConnection, getConnection, updateConnection, deleteConnection,
 * createMetadata, updateMetadata.
 *
 * The connection does not exist.
 */
export interface Response404 extends ErrorBody {}
export class Response404 extends TypedError<ErrorBody> {
  override readonly name = "Response404";
}
