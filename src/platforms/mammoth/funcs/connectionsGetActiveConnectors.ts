// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path } from "../../../lib/index.js";
import { array, string } from "../../../lib/schema/index.js";
import { ErrorBody } from "../models/components/shared.js";
import {
  GetActiveConnectorsResponseBodyError,
  GetActiveConnectorsUnauthorizedError,
} from "../models/errors/connections.js";
import type { GetActiveConnectorsResponse } from "../models/operations/connections.js";
import { GetActiveConnectorsRequest } from "../models/operations/connections.js";

/**
 * List active connectors
 *
 * Returns the keys of the connectors that a workspace has connections for.
 *
 * Errors:
 * - {@link GetActiveConnectorsResponseBodyError} 400, application/json
 * - {@link GetActiveConnectorsUnauthorizedError} 401, 403, application/json
 *
 * @see GET /workspaces/{workspace_id}/active_connectors
 */
export const connectionsGetActiveConnectors: Operation<
  GetActiveConnectorsRequest,
  GetActiveConnectorsResponse,
  GetActiveConnectorsResponseBodyError | GetActiveConnectorsUnauthorizedError
> = /* @__PURE__ */ operation(() => ({
  id: "GetActiveConnectors",
  method: "GET",
  path: "/workspaces/{workspace_id}/active_connectors",
  request: GetActiveConnectorsRequest,
  parameters: [path("workspace_id", "workspaceId")],
  responses: [
    json(200, array(string)),
    jsonError(400, GetActiveConnectorsResponseBodyError, ErrorBody),
    jsonError(401, GetActiveConnectorsUnauthorizedError, ErrorBody),
    jsonError(403, GetActiveConnectorsUnauthorizedError, ErrorBody),
  ],
}));
