// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, operation, path, problemError, text } from "../../../lib/index.js";
import { InputValidationProblem } from "../models/components/inputvalidationproblem.js";
import { OauthUpdateInputValidationProblem } from "../models/errors/oauthupdate.js";
import { OauthUpdateRequest, type OauthUpdateResponse } from "../models/operations/oauthupdate.js";

/**
 * Renew the OAuth authorization of a connection
 *
 * Starts a new authorization for an existing OAuth connection, for instance after its refresh token
 * was revoked or when it needs more scopes. Answers the address at which the customer signs in
 * again; the connection keeps its id and takes over the new tokens once they have.
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
