// Written by sdkwright. Change the document or the generator, not this file.
import { Refused, Unauthorized } from "./shared.js";

/**
 * Error response 400 of ListConnections.
 *
 * The request was refused. See `detail`.
 */
export class ListConnectionsResponseBodyError extends Refused {
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
export class ListConnectionsUnauthorizedError extends Unauthorized {
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
export class SaveConnectionResponseBodyError extends Refused {
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
export class SaveConnectionUnauthorizedError extends Unauthorized {
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
export class GetConnectionResponseBodyError extends Refused {
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
export class GetConnectionUnauthorizedError extends Unauthorized {
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
export class UpdateConnectionResponseBodyError extends Refused {
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
export class UpdateConnectionUnauthorizedError extends Unauthorized {
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
export class DeleteConnectionResponseBodyError extends Refused {
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
export class DeleteConnectionUnauthorizedError extends Unauthorized {
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
export class GetActiveConnectorsResponseBodyError extends Refused {
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
export class GetActiveConnectorsUnauthorizedError extends Unauthorized {
  override readonly name = "GetActiveConnectorsUnauthorizedError";
  static override get _name(): string {
    return "GetActiveConnectorsUnauthorizedError";
  }
}
