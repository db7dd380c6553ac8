// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path, query } from "../../../lib/index.js";
import { unknown } from "../../../lib/schema/index.js";
import { ErrorBody } from "../models/components/shared.js";
import {
  GetConnectionResponseBodyError,
  GetConnectionUnauthorizedError,
} from "../models/errors/connections.js";
import type { GetConnectionResponse } from "../models/operations/connections.js";
import { GetConnectionRequest } from "../models/operations/connections.js";

/**
 * Get a connection
 *
 * Returns what Mammoth can read through a connection.
 *
 * The response depends on the connector and on `concern`, and therefore has no schema: it can be
 * any JSON value.
 *
 * Errors:
 * - {@link GetConnectionResponseBodyError} 400, application/json
 * - {@link GetConnectionUnauthorizedError} 401, 403, application/json
 *
 * @see GET
 *   /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections/{connection_key}
 */
export const connectionsGet: Operation<
  GetConnectionRequest,
  GetConnectionResponse,
  GetConnectionResponseBodyError | GetConnectionUnauthorizedError
> = /* @__PURE__ */ operation(() => ({
  id: "GetConnection",
  method: "GET",
  path: "/workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections/{connection_key}",
  request: GetConnectionRequest,
  parameters: [
    path("workspace_id", "workspaceId"),
    path("project_id", "projectId"),
    path("connector_key", "connectorKey"),
    path("connection_key", "connectionKey"),
    query("is_export", "isExport"),
    query("concern"),
    query("profile"),
    query("browse_root", "browseRoot"),
    query("folders_only", "foldersOnly"),
  ],
  responses: [
    json(200, unknown),
    jsonError(400, GetConnectionResponseBodyError, ErrorBody),
    jsonError(401, GetConnectionUnauthorizedError, ErrorBody),
    jsonError(403, GetConnectionUnauthorizedError, ErrorBody),
  ],
}));
