// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path, query } from "../../../lib/index.js";
import { unknown } from "../../../lib/schema/index.js";
import { ErrorBody } from "../models/components/errorbody.js";
import { GetConnectionResponseBodyError } from "../models/errors/getconnectionresponsebodyerror.js";
import { GetConnectionUnauthorizedError } from "../models/errors/getconnectionunauthorizederror.js";
import type { GetConnectionResponse } from "../models/operations/getconnection.js";
import { GetConnectionRequest } from "../models/operations/getconnection.js";

/**
 * Get a connection
 *
 * Answers what is known through a connection. ...
 *
 * Errors: {@link GetConnectionResponseBodyError}, {@link GetConnectionUnauthorizedError}
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
    ...["concern", "profile"].map((name) => query(name)),
    query("browse_root", "browseRoot"),
    query("folders_only", "foldersOnly"),
  ],
  responses: [
    json(200, unknown),
    jsonError(400, GetConnectionResponseBodyError, ErrorBody),
    ...[401, 403].map((status) => jsonError(status, GetConnectionUnauthorizedError, ErrorBody)),
  ],
}));
