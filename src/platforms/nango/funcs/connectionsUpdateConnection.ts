// Written by sdkwright. Change the document or the generator, not this file.
import type { Operation } from "../../../lib/index.js";
import { json, jsonBody, jsonError, operation, path, query } from "../../../lib/index.js";
import { Success } from "../models/components/connections.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response404 } from "../models/errors/connections.js";
import { Response400 } from "../models/errors/shared.js";
import type { UpdateConnectionResponse } from "../models/operations/connections.js";
import { UpdateConnectionRequest } from "../models/operations/connections.js";

/**
 * Update a connection
 *
 * Updates the tags, the end user, or the webhook URL of a connection.
 *
 * Tags are replaced as a whole. An end user without tags also replaces them, with tags that
 * describe the end user.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 * - {@link Response404} 404, application/json
 *
 * @see PATCH /connections/{connectionId}
 */
export const connectionsUpdateConnection: Operation<
  UpdateConnectionRequest,
  UpdateConnectionResponse,
  Response400 | Response404
> = /* @__PURE__ */ operation(() => ({
  id: "updateConnection",
  method: "PATCH",
  path: "/connections/{connectionId}",
  request: UpdateConnectionRequest,
  parameters: [path("connectionId"), query("provider_config_key", "providerConfigKey")],
  body: jsonBody("requestBody"),
  responses: [
    json(200, Success),
    jsonError(400, Response400, ErrorBody),
    jsonError(404, Response404, ErrorBody),
  ],
}));
