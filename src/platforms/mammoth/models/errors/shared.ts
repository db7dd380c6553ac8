// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/shared.js";

/**
 * The base class of the error responses 400 of ListConnections, SaveConnection, GetConnection and 5
 * other operations.
 *
 * The request was refused. See `detail`.
 */
export interface Refused extends Omit<ErrorBody, "statusCode"> {}
export abstract class Refused extends TypedError<ErrorBody> {
  static override get _name(): string {
    return "Refused";
  }
}

/**
 * The base class of the error responses 401, 403 of ListConnections, SaveConnection, GetConnection
 * and 5 other operations.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface Unauthorized extends Omit<ErrorBody, "statusCode"> {}
export abstract class Unauthorized extends TypedError<ErrorBody> {
  static override get _name(): string {
    return "Unauthorized";
  }
}
