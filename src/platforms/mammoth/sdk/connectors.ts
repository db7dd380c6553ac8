// Written by sdkwright. Change the document or the generator, not this file.
import { type MethodPromise, type RequestOptions, Resource, method } from "../../../lib/index.js";
import { connectorsList } from "../funcs/connectorsList.js";
import type {
  ListWorkspaceConnectorsRequest,
  ListWorkspaceConnectorsResponse,
} from "../models/operations/connectors.js";

/** List the connectors of a workspace. */
export class Connectors extends Resource {
  /**
   * List connectors
   *
   * Returns the connectors that Mammoth has. `getActiveConnectors` returns only those that a
   * workspace has connections for.
   *
   * Errors:
   * - {@link ListWorkspaceConnectorsResponseBodyError} 400, application/json
   * - {@link ListWorkspaceConnectorsUnauthorizedError} 401, 403, application/json
   *
   * @see GET /workspaces/{workspace_id}/connectors
   * @example
   * ```ts
   * const result = await sdk.connectors.list({
   *   workspaceId: 4,
   *   fields: "name_key,api_type",
   *   sort: "(name_key:asc)",
   * });
   * ```
   */
  list(
    request: ListWorkspaceConnectorsRequest,
    options?: RequestOptions,
  ): MethodPromise<ListWorkspaceConnectorsResponse> {
    return method(connectorsList, this.core, request, options);
  }
}
