// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/errorbody.js";

/**
 * Error response 400 of listConnections, upsertConnection, getConnection, updateConnection,
 * deleteConnection, createMetadata, updateMetadata.
 *
 * The request is invalid, or its integration or connection does not exist. See `error.code`.
 */
export interface Response400 extends ErrorBody {}
export class Response400 extends TypedError<ErrorBody> {
  override readonly name = "Response400";
}
