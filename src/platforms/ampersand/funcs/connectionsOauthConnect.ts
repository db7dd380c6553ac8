// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, jsonBody, operation, problemError, text } from "../../../lib/index.js";
import { InputValidationProblem, OauthConnectBody } from "../models/components/connections.js";
import { OauthConnectInputValidationProblem } from "../models/errors/connections.js";
import type {
  OauthConnectRequest,
  OauthConnectResponse,
} from "../models/operations/connections.js";

/**
 * Get a URL to authorize a new connection
 *
 * Returns the URL where the customer authorizes a new connection with OAuth 2. Send the customer's
 * browser there. When the customer has done so, there is a connection of the group and the
 * consumer.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link OauthConnectInputValidationProblem} 400, application/problem+json
 *
 * @see POST /oauth-connect
 */
export const connectionsOauthConnect: Operation<
  OauthConnectRequest,
  OauthConnectResponse,
  OauthConnectInputValidationProblem
> = /* @__PURE__ */ operation(() => ({
  id: "oauthConnect",
  method: "POST",
  path: "/oauth-connect",
  request: OauthConnectBody,
  body: jsonBody(),
  responses: [
    text(200),
    problemError(400, OauthConnectInputValidationProblem, InputValidationProblem),
  ],
}));
