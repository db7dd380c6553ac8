// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, empty, jsonError, operation, path, query } from "../../../lib/index.js";
import { ErrorBody } from "../models/components/shared.js";
import {
  DeleteConnectionResponseBodyError,
  DeleteConnectionUnauthorizedError,
} from "../models/errors/connections.js";
import type { DeleteConnectionResponse } from "../models/operations/connections.js";
import { DeleteConnectionRequest } from "../models/operations/connections.js";

/**
 * Delete a connection
 *
 * Deletes a connection and its credentials.
 *
 * Errors:
 * - {@link DeleteConnectionResponseBodyError} 400, application/json
 * - {@link DeleteConnectionUnauthorizedError} 401, 403, application/json
 *
 * @see DELETE
 *   /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections/{connection_key}
 */
export const connectionsDelete: Operation<
  DeleteConnectionRequest,
  DeleteConnectionResponse,
  DeleteConnectionResponseBodyError | DeleteConnectionUnauthorizedError
> = /* @__PURE__ */ operation(() => ({
  id: "DeleteConnection",
  method: "DELETE",
  path: "/workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections/{connection_key}",
  request: DeleteConnectionRequest,
  parameters: [
    path("workspace_id", "workspaceId"),
    path("project_id", "projectId"),
    path("connector_key", "connectorKey"),
    path("connection_key", "connectionKey"),
    query("is_export", "isExport"),
  ],
  responses: [
    empty(204),
    jsonError(400, DeleteConnectionResponseBodyError, ErrorBody),
    jsonError(401, DeleteConnectionUnauthorizedError, ErrorBody),
    jsonError(403, DeleteConnectionUnauthorizedError, ErrorBody),
  ],
}));
