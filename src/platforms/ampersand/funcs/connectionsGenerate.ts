// Written by sdkwright. Change the document or the generator, not this file.
import type { Operation } from "../../../lib/index.js";
import { json, jsonBody, operation, path, problemError } from "../../../lib/index.js";
import { Connection, InputValidationProblem } from "../models/components/connections.js";
import {
  GenerateConnectionConnectionsInputValidationProblem,
  GenerateConnectionInputValidationProblem,
} from "../models/errors/connections.js";
import type { GenerateConnectionResponse } from "../models/operations/connections.js";
import { GenerateConnectionRequest } from "../models/operations/connections.js";

/**
 * Generate a new connection
 *
 * Creates a connection from credentials that you already have. The group and the consumer are
 * created if they don't exist.
 *
 * Pass the credential member that matches how the provider authorizes requests: `apiKey`,
 * `basicAuth`, `oauth2ClientCredentials`, `oauth2PasswordCredentials`, `oauth2AuthorizationCode` or
 * `customAuth`.
 *
 * For providers that use the OAuth 2 authorization code grant, customers normally sign in through
 * Ampersand's OAuth flow. For such a provider, use this operation only to import a refresh token
 * that you already have.
 *
 * A second request may create a second connection.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
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
