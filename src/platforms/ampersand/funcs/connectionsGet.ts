// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, operation, path, problemError, query } from "../../../lib/index.js";
import { Connection, InputValidationProblem } from "../models/components/connections.js";
import { GetConnectionInputValidationProblem } from "../models/errors/connections.js";
import type { GetConnectionResponse } from "../models/operations/connections.js";
import { GetConnectionRequest } from "../models/operations/connections.js";

/**
 * Get a connection
 *
 * Returns a connection. Optionally includes its tokens, and optionally refreshes them first.
 *
 * This request can have side effects: with `refresh`, Ampersand gets a new access token from the
 * provider before it responds, and the previous token may stop working.
 *
 * Not idempotent if `refresh` is `"force"`: then retried only with `idempotencyKey`, or if the
 * server cannot have processed it.
 *
 * Errors:
 * - {@link GetConnectionInputValidationProblem} 404, application/problem+json
 *
 * @see GET /projects/{projectIdOrName}/connections/{connectionId}
 */
export const connectionsGet: Operation<
  GetConnectionRequest,
  GetConnectionResponse,
  GetConnectionInputValidationProblem
> = /* @__PURE__ */ operation(() => ({
  id: "getConnection",
  method: "GET",
  path: "/projects/{projectIdOrName}/connections/{connectionId}",
  request: GetConnectionRequest,
  parameters: [
    path("projectIdOrName"),
    path("connectionId"),
    query("includeCreds"),
    query("includeRefreshToken"),
    query("refresh"),
  ],
  responses: [
    json(200, Connection),
    problemError(404, GetConnectionInputValidationProblem, InputValidationProblem),
  ],
  notIdempotentWhen: { refresh: ["force"] },
}));
