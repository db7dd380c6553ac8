// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path, query } from "../../../lib/index.js";
import { ConnectorList } from "../models/components/connectors.js";
import { ErrorBody } from "../models/components/shared.js";
import {
  ListWorkspaceConnectorsResponseBodyError,
  ListWorkspaceConnectorsUnauthorizedError,
} from "../models/errors/connectors.js";
import type { ListWorkspaceConnectorsResponse } from "../models/operations/connectors.js";
import { ListWorkspaceConnectorsRequest } from "../models/operations/connectors.js";

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
 */
export const connectorsList: Operation<
  ListWorkspaceConnectorsRequest,
  ListWorkspaceConnectorsResponse,
  ListWorkspaceConnectorsResponseBodyError | ListWorkspaceConnectorsUnauthorizedError
> = /* @__PURE__ */ operation(() => ({
  id: "ListWorkspaceConnectors",
  method: "GET",
  path: "/workspaces/{workspace_id}/connectors",
  request: ListWorkspaceConnectorsRequest,
  parameters: [
    path("workspace_id", "workspaceId"),
    query("limit"),
    query("offset"),
    query("fields"),
    query("sort"),
    query("name_key", "nameKey"),
    query("is_premium", "isPremium"),
    query("is_added", "isAdded"),
  ],
  responses: [
    json(200, ConnectorList),
    jsonError(400, ListWorkspaceConnectorsResponseBodyError, ErrorBody),
    jsonError(401, ListWorkspaceConnectorsUnauthorizedError, ErrorBody),
    jsonError(403, ListWorkspaceConnectorsUnauthorizedError, ErrorBody),
  ],
}));
