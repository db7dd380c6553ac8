// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/shared.js";

/**
 * Error response 400 of ListConnections.
 *
 * The request was refused. See `detail`.
 */
export interface ListConnectionsResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class ListConnectionsResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "ListConnectionsResponseBodyError";
  static override get _name(): string {
    return "ListConnectionsResponseBodyError";
  }
}

/**
 * Error response 401, 403 of ListConnections.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface ListConnectionsUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class ListConnectionsUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "ListConnectionsUnauthorizedError";
  static override get _name(): string {
    return "ListConnectionsUnauthorizedError";
  }
}

/**
 * Error response 400 of SaveConnection.
 *
 * The request was refused. See `detail`.
 */
export interface SaveConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class SaveConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "SaveConnectionResponseBodyError";
  static override get _name(): string {
    return "SaveConnectionResponseBodyError";
  }
}

/**
 * Error response 401, 403 of SaveConnection.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface SaveConnectionUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class SaveConnectionUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "SaveConnectionUnauthorizedError";
  static override get _name(): string {
    return "SaveConnectionUnauthorizedError";
  }
}

/**
 * Error response 400 of GetConnection.
 *
 * The request was refused. See `detail`.
 */
export interface GetConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class GetConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "GetConnectionResponseBodyError";
  static override get _name(): string {
    return "GetConnectionResponseBodyError";
  }
}

/**
 * Error response 401, 403 of GetConnection.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface GetConnectionUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class GetConnectionUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "GetConnectionUnauthorizedError";
  static override get _name(): string {
    return "GetConnectionUnauthorizedError";
  }
}

/**
 * Error response 400 of UpdateConnection.
 *
 * The request was refused. See `detail`.
 */
export interface UpdateConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class UpdateConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "UpdateConnectionResponseBodyError";
  static override get _name(): string {
    return "UpdateConnectionResponseBodyError";
  }
}

/**
 * Error response 401, 403 of UpdateConnection.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface UpdateConnectionUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class UpdateConnectionUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "UpdateConnectionUnauthorizedError";
  static override get _name(): string {
    return "UpdateConnectionUnauthorizedError";
  }
}

/**
 * Error response 400 of DeleteConnection.
 *
 * The request was refused. See `detail`.
 */
export interface DeleteConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class DeleteConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "DeleteConnectionResponseBodyError";
  static override get _name(): string {
    return "DeleteConnectionResponseBodyError";
  }
}

/**
 * Error response 401, 403 of DeleteConnection.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface DeleteConnectionUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class DeleteConnectionUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "DeleteConnectionUnauthorizedError";
  static override get _name(): string {
    return "DeleteConnectionUnauthorizedError";
  }
}

/**
 * Error response 400 of GetActiveConnectors.
 *
 * The request was refused. See `detail`.
 */
export interface GetActiveConnectorsResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class GetActiveConnectorsResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "GetActiveConnectorsResponseBodyError";
  static override get _name(): string {
    return "GetActiveConnectorsResponseBodyError";
  }
}

/**
 * Error response 401, 403 of GetActiveConnectors.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface GetActiveConnectorsUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class GetActiveConnectorsUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "GetActiveConnectorsUnauthorizedError";
  static override get _name(): string {
    return "GetActiveConnectorsUnauthorizedError";
  }
}
