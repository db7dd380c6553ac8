// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/shared.js";

/**
 * Error response 400 of listIntegrations, listConnections, upsertConnection and 7 other operations.
 *
 * The request is invalid, or its integration or connection does not exist. See `error.code`.
 */
export interface Response400 extends ErrorBody {}
export class Response400 extends TypedError<ErrorBody> {
  override readonly name = "Response400";
  static override get _name(): string {
    return "Response400";
  }
}
