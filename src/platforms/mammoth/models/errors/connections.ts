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
}

/**
 * Error response 401, 403 of ListConnections.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface ListConnectionsUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class ListConnectionsUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "ListConnectionsUnauthorizedError";
}

/**
 * Error response 400 of SaveConnection.
 *
 * The request was refused. See `detail`.
 */
export interface SaveConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class SaveConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "SaveConnectionResponseBodyError";
}

/**
 * Error response 401, 403 of SaveConnection.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface SaveConnectionUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class SaveConnectionUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "SaveConnectionUnauthorizedError";
}

/**
 * Error response 400 of GetConnection.
 *
 * The request was refused. See `detail`.
 */
export interface GetConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class GetConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "GetConnectionResponseBodyError";
}

/**
 * Error response 401, 403 of GetConnection.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface GetConnectionUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class GetConnectionUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "GetConnectionUnauthorizedError";
}

/**
 * Error response 400 of UpdateConnection.
 *
 * The request was refused. See `detail`.
 */
export interface UpdateConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class UpdateConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "UpdateConnectionResponseBodyError";
}

/**
 * Error response 401, 403 of UpdateConnection.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface UpdateConnectionUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class UpdateConnectionUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "UpdateConnectionUnauthorizedError";
}

/**
 * Error response 400 of DeleteConnection.
 *
 * The request was refused. See `detail`.
 */
export interface DeleteConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class DeleteConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "DeleteConnectionResponseBodyError";
}

/**
 * Error response 401, 403 of DeleteConnection.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface DeleteConnectionUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class DeleteConnectionUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "DeleteConnectionUnauthorizedError";
}

/**
 * Error response 400 of GetActiveConnectors.
 *
 * The request was refused. See `detail`.
 */
export interface GetActiveConnectorsResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class GetActiveConnectorsResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "GetActiveConnectorsResponseBodyError";
}

/**
 * Error response 401, 403 of GetActiveConnectors.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface GetActiveConnectorsUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class GetActiveConnectorsUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "GetActiveConnectorsUnauthorizedError";
}
