// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, operation, path, problemError, query } from "../../../lib/index.js";
import { Connection } from "../models/components/connection.js";
import { InputValidationProblem } from "../models/components/inputvalidationproblem.js";
import { GetConnectionInputValidationProblem } from "../models/errors/getconnection.js";
import type { GetConnectionResponse } from "../models/operations/getconnection.js";
import { GetConnectionRequest } from "../models/operations/getconnection.js";

/**
 * Get a connection
 *
 * Answers one connection, on request with its tokens, and on request with tokens that were just
 * renewed.
 *
 * Reading can change things: with `refresh`, Ampersand asks the provider for a new access token
 * before it answers, and the one before may stop working.
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
