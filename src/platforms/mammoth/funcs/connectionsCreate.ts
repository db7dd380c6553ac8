// Written by sdkwright. Change the document or the generator, not this file.
import type { Operation } from "../../../lib/index.js";
import { json, jsonBody, jsonError, operation, path, query } from "../../../lib/index.js";
import { SaveConnectionResult } from "../models/components/connections.js";
import { ErrorBody } from "../models/components/shared.js";
import {
  SaveConnectionResponseBodyError,
  SaveConnectionUnauthorizedError,
} from "../models/errors/connections.js";
import type { SaveConnectionResponse } from "../models/operations/connections.js";
import { SaveConnectionRequest } from "../models/operations/connections.js";

/**
 * Create a connection
 *
 * Creates a connection from credentials.
 *
 * The body contains the credentials. Its members depend on the connector: for example `hostname`,
 * `port`, `database`, `username` and `password` for PostgreSQL, or `code` for a service that uses
 * OAuth.
 *
 * The server finishes the work in a job after it has responded: see `jobId` and `jobs.get`. For a
 * connector that lets the user pick files first, the response instead contains a `pendingId` and
 * what the file picker needs.
 *
 * A second request may create a second connection.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link SaveConnectionResponseBodyError} 400, application/json
 * - {@link SaveConnectionUnauthorizedError} 401, 403, application/json
 *
 * @see POST /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections
 */
export const connectionsCreate: Operation<
  SaveConnectionRequest,
  SaveConnectionResponse,
  SaveConnectionResponseBodyError | SaveConnectionUnauthorizedError
> = /* @__PURE__ */ operation(() => ({
  id: "SaveConnection",
  method: "POST",
  path: "/workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections",
  request: SaveConnectionRequest,
  parameters: [
    path("workspace_id", "workspaceId"),
    path("project_id", "projectId"),
    path("connector_key", "connectorKey"),
    query("is_export", "isExport"),
  ],
  body: jsonBody("requestBody"),
  responses: [
    json(201, SaveConnectionResult),
    json(202, SaveConnectionResult),
    jsonError(400, SaveConnectionResponseBodyError, ErrorBody),
    jsonError(401, SaveConnectionUnauthorizedError, ErrorBody),
    jsonError(403, SaveConnectionUnauthorizedError, ErrorBody),
  ],
}));
