// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/errorbody.js";

/**
 * Error response 400 of listConnections, upsertConnection, getConnection, updateConnection,
 * deleteConnection, createMetadata, updateMetadata.
 *
 * The request does not fit, or names an integration or connection that does not exist; `error.code`
 * tells.
 */
export interface Response400 extends ErrorBody {}
export class Response400 extends TypedError<ErrorBody> {
  override readonly name = "Response400";
}
