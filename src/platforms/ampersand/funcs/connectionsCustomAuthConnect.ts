// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, operation, problemError } from "../../../lib/index.js";
import {
  CustomAuthConnectBody,
  CustomAuthConnectResult,
  InputValidationProblem,
} from "../models/components/connections.js";
import { CustomAuthConnectInputValidationProblem } from "../models/errors/connections.js";
import type {
  CustomAuthConnectRequest,
  CustomAuthConnectResponse,
} from "../models/operations/connections.js";

/**
 * Connect to a provider with custom authorization
 *
 * Creates a connection to a provider that uses none of the standard authorization schemes.
 *
 * The authorization may take several steps. If the response is a `redirect`, send the customer to
 * its `url`. When they return, call this operation again with the `sessionId` and the query
 * parameters that they returned with, until the response is a `connection`.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link CustomAuthConnectInputValidationProblem} 400, application/problem+json
 *
 * @see POST /custom-auth/connect
 */
export const connectionsCustomAuthConnect: Operation<
  CustomAuthConnectRequest,
  CustomAuthConnectResponse,
  CustomAuthConnectInputValidationProblem
> = /* @__PURE__ */ operation(() => ({
  id: "customAuthConnect",
  method: "POST",
  path: "/custom-auth/connect",
  request: CustomAuthConnectBody,
  body: jsonBody(),
  responses: [
    json(200, CustomAuthConnectResult),
    problemError(400, CustomAuthConnectInputValidationProblem, InputValidationProblem),
  ],
}));
