// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path, query } from "../../../lib/index.js";
import { ListConnectionsSchema } from "../models/components/connections.js";
import { ErrorBody } from "../models/components/shared.js";
import {
  ListConnectionsResponseBodyError,
  ListConnectionsUnauthorizedError,
} from "../models/errors/connections.js";
import type { ListConnectionsResponse } from "../models/operations/connections.js";
import { ListConnectionsRequest } from "../models/operations/connections.js";

/**
 * List connections
 *
 * Returns the connections of a connector in a project. The response is not paginated.
 *
 * Errors:
 * - {@link ListConnectionsResponseBodyError} 400, application/json
 * - {@link ListConnectionsUnauthorizedError} 401, 403, application/json
 *
 * @see GET /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections
 */
export const connectionsList: Operation<
  ListConnectionsRequest,
  ListConnectionsResponse,
  ListConnectionsResponseBodyError | ListConnectionsUnauthorizedError
> = /* @__PURE__ */ operation(() => ({
  id: "ListConnections",
  method: "GET",
  path: "/workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections",
  request: ListConnectionsRequest,
  parameters: [
    path("workspace_id", "workspaceId"),
    path("project_id", "projectId"),
    path("connector_key", "connectorKey"),
    query("is_export", "isExport"),
  ],
  responses: [
    json(200, ListConnectionsSchema),
    jsonError(400, ListConnectionsResponseBodyError, ErrorBody),
    jsonError(401, ListConnectionsUnauthorizedError, ErrorBody),
    jsonError(403, ListConnectionsUnauthorizedError, ErrorBody),
  ],
}));
