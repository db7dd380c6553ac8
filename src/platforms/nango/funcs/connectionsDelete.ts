// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path, query } from "../../../lib/index.js";
import { Success } from "../models/components/connections.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response404 } from "../models/errors/connections.js";
import { Response400 } from "../models/errors/shared.js";
import type { DeleteConnectionResponse } from "../models/operations/connections.js";
import { DeleteConnectionRequest } from "../models/operations/connections.js";

/**
 * Delete a connection
 *
 * Deletes a connection. If it does not exist, the response is a 400 with the code
 * `unknown_connection`.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 * - {@link Response404} 404, application/json
 *
 * @see DELETE /connections/{connectionId}
 */
export const connectionsDelete: Operation<
  DeleteConnectionRequest,
  DeleteConnectionResponse,
  Response400 | Response404
> = /* @__PURE__ */ operation(() => ({
  id: "deleteConnection",
  method: "DELETE",
  path: "/connections/{connectionId}",
  request: DeleteConnectionRequest,
  parameters: [path("connectionId"), query("provider_config_key", "providerConfigKey")],
  responses: [
    json(200, Success),
    jsonError(400, Response400, ErrorBody),
    jsonError(404, Response404, ErrorBody),
  ],
}));
