// Written by sdkwright. Change the document or the generator, not this file.
import type { Operation } from "../../../lib/index.js";
import { json, jsonBody, operation, path, problemError } from "../../../lib/index.js";
import { Connection, InputValidationProblem } from "../models/components/connections.js";
import { UpdateConnectionInputValidationProblem } from "../models/errors/connections.js";
import type { UpdateConnectionResponse } from "../models/operations/connections.js";
import { UpdateConnectionRequest } from "../models/operations/connections.js";

/**
 * Update a connection
 *
 * Updates the members of a connection that `updateMask` names. All other members keep their values.
 *
 * You can replace credentials with others of the same kind, always as a whole. You cannot change
 * the group, the consumer, the provider, or the tokens of the authorization code grant. To get new
 * tokens, use `oauthUpdate`.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link UpdateConnectionInputValidationProblem} 400, application/problem+json
 *
 * @see PATCH /projects/{projectIdOrName}/connections/{connectionId}
 */
export const connectionsUpdate: Operation<
  UpdateConnectionRequest,
  UpdateConnectionResponse,
  UpdateConnectionInputValidationProblem
> = /* @__PURE__ */ operation(() => ({
  id: "updateConnection",
  method: "PATCH",
  path: "/projects/{projectIdOrName}/connections/{connectionId}",
  request: UpdateConnectionRequest,
  parameters: [path("projectIdOrName"), path("connectionId")],
  body: jsonBody("requestBody"),
  responses: [
    json(200, Connection),
    problemError(400, UpdateConnectionInputValidationProblem, InputValidationProblem),
  ],
}));
