// Written by sdkwright. Change the document or the generator, not this file.
import type { Operation } from "../../../lib/index.js";
import { json, jsonError, memberBody, operation, path, query } from "../../../lib/index.js";
import { unknown } from "../../../lib/schema/index.js";
import { ErrorBody } from "../models/components/shared.js";
import {
  UpdateConnectionResponseBodyError,
  UpdateConnectionUnauthorizedError,
} from "../models/errors/connections.js";
import type { UpdateConnectionResponse } from "../models/operations/connections.js";
import { UpdateConnectionRequest } from "../models/operations/connections.js";

/**
 * Update a connection
 *
 * Replaces the credentials of a connection.
 *
 * The only operation is `replace`, and the only path is `connection`. Pass every member: whether
 * the server keeps members that the value does not have is not known.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link UpdateConnectionResponseBodyError} 400, application/json
 * - {@link UpdateConnectionUnauthorizedError} 401, 403, application/json
 *
 * @see PATCH
 *   /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections/{connection_key}
 */
export const connectionsUpdate: Operation<
  UpdateConnectionRequest,
  UpdateConnectionResponse,
  UpdateConnectionResponseBodyError | UpdateConnectionUnauthorizedError
> = /* @__PURE__ */ operation(() => ({
  id: "UpdateConnection",
  method: "PATCH",
  path: "/workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections/{connection_key}",
  request: UpdateConnectionRequest,
  parameters: [
    path("workspace_id", "workspaceId"),
    path("project_id", "projectId"),
    path("connector_key", "connectorKey"),
    path("connection_key", "connectionKey"),
    query("is_export", "isExport"),
  ],
  body: memberBody("patch", "patch"),
  responses: [
    json(200, unknown),
    jsonError(400, UpdateConnectionResponseBodyError, ErrorBody),
    jsonError(401, UpdateConnectionUnauthorizedError, ErrorBody),
    jsonError(403, UpdateConnectionUnauthorizedError, ErrorBody),
  ],
}));
