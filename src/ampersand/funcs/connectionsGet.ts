// Written by connections-sdk-generator. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path, query } from "../../lib/index.js";
import { Connection } from "../models/components/connection.js";
import { InputValidationProblem } from "../models/components/inputvalidationproblem.js";
import { GetConnectionInputValidationProblem } from "../models/errors/getconnection.js";
import {
  GetConnectionRequest,
  type GetConnectionResponse,
} from "../models/operations/getconnection.js";

/**
 * Get a connection
 *
 * Answers one connection, on request with its tokens, and on request with tokens that were just
 * renewed. ...
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
  answers: [
    json(200, Connection),
    jsonError(
      404,
      GetConnectionInputValidationProblem,
      InputValidationProblem,
      "application/problem+json",
    ),
  ],
  unsafe: { refresh: ["force"] },
}));
