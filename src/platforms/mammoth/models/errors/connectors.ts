// Written by sdkwright. Change the document or the generator, not this file.
import { Refused, Unauthorized } from "./shared.js";

/**
 * Error response 400 of ListWorkspaceConnectors.
 *
 * The request was refused. See `detail`.
 */
export class ListWorkspaceConnectorsResponseBodyError extends Refused {
  override readonly name = "ListWorkspaceConnectorsResponseBodyError";
  static override get _name(): string {
    return "ListWorkspaceConnectorsResponseBodyError";
  }
}

/**
 * Error response 401, 403 of ListWorkspaceConnectors.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export class ListWorkspaceConnectorsUnauthorizedError extends Unauthorized {
  override readonly name = "ListWorkspaceConnectorsUnauthorizedError";
  static override get _name(): string {
    return "ListWorkspaceConnectorsUnauthorizedError";
  }
}
