// Written by sdkwright. Change the document or the generator, not this file.
import type { Operation } from "../../../lib/index.js";
import { json, jsonBody, operation, path, problemError } from "../../../lib/index.js";
import { Connection } from "../models/components/connection.js";
import { InputValidationProblem } from "../models/components/inputvalidationproblem.js";
import {
  GenerateConnectionConnectionsInputValidationProblem,
  GenerateConnectionInputValidationProblem,
} from "../models/errors/generateconnection.js";
import type { GenerateConnectionResponse } from "../models/operations/generateconnection.js";
import { GenerateConnectionRequest } from "../models/operations/generateconnection.js";

/**
 * Generate a new connection
 *
 * Makes a connection from credentials that you already hold. The group and the consumer are created
 * when they are new.
 *
 * Give the one credential member that fits the provider's way of authorizing: `apiKey`,
 * `basicAuth`, `oauth2ClientCredentials`, `oauth2PasswordCredentials`, `oauth2AuthorizationCode` or
 * `customAuth`.
 *
 * With a provider that uses the OAuth 2 authorization code grant, customers should normally sign in
 * themselves, through Ampersand's OAuth flow. Use this operation there only to bring along a
 * refresh token that was issued to you before.
 *
 * The request is not safe to repeat: a second one may make a second connection.
 *
 * Errors:
 * - {@link GenerateConnectionInputValidationProblem} 400, application/problem+json
 * - {@link GenerateConnectionConnectionsInputValidationProblem} 422, application/problem+json
 *
 * @see POST /projects/{projectIdOrName}/connections:generate
 */
export const connectionsGenerate: Operation<
  GenerateConnectionRequest,
  GenerateConnectionResponse,
  GenerateConnectionInputValidationProblem | GenerateConnectionConnectionsInputValidationProblem
> = /* @__PURE__ */ operation(() => ({
  id: "generateConnection",
  method: "POST",
  path: "/projects/{projectIdOrName}/connections:generate",
  request: GenerateConnectionRequest,
  parameters: [path("projectIdOrName")],
  body: jsonBody("requestBody"),
  responses: [
    json(201, Connection),
    problemError(400, GenerateConnectionInputValidationProblem, InputValidationProblem),
    problemError(422, GenerateConnectionConnectionsInputValidationProblem, InputValidationProblem),
  ],
}));
