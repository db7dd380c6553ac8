// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, operation, path, problemError, text } from "../../../lib/index.js";
import { InputValidationProblem } from "../models/components/connections.js";
import { OauthUpdateInputValidationProblem } from "../models/errors/connections.js";
import { OauthUpdateRequest, type OauthUpdateResponse } from "../models/operations/connections.js";

/**
 * Reauthorize an OAuth connection
 *
 * Starts a new authorization for an existing OAuth connection, for example after its refresh token
 * was revoked or because it needs more scopes. Returns the URL where the customer signs in again.
 * The connection keeps its id and gets the new tokens as soon as the customer has signed in.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link OauthUpdateInputValidationProblem} 400, application/problem+json
 *
 * @see PATCH /projects/{projectIdOrName}/connections/{connectionId}:oauth-update
 */
export const connectionsOauthUpdate: Operation<
  OauthUpdateRequest,
  OauthUpdateResponse,
  OauthUpdateInputValidationProblem
> = /* @__PURE__ */ operation(() => ({
  id: "oauthUpdate",
  method: "PATCH",
  path: "/projects/{projectIdOrName}/connections/{connectionId}:oauth-update",
  request: OauthUpdateRequest,
  parameters: [path("projectIdOrName"), path("connectionId")],
  responses: [
    text(200),
    problemError(400, OauthUpdateInputValidationProblem, InputValidationProblem),
  ],
}));
