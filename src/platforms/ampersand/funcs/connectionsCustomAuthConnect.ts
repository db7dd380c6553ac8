// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, operation, problemError } from "../../../lib/index.js";
import { CustomAuthConnectBody } from "../models/components/customauthconnectbody.js";
import { CustomAuthConnectResult } from "../models/components/customauthconnectresult.js";
import { InputValidationProblem } from "../models/components/inputvalidationproblem.js";
import { CustomAuthConnectInputValidationProblem } from "../models/errors/customauthconnect.js";
import type {
  CustomAuthConnectRequest,
  CustomAuthConnectResponse,
} from "../models/operations/customauthconnect.js";

/**
 * Connect to a provider with an authorization of its own kind
 *
 * Makes a connection to a provider whose way of authorizing fits none of the usual schemes.
 *
 * Such an authorization may take several steps. When the answer is a `redirect`, send the customer
 * to its `url` and, when they return, call again with its `sessionId` and the parameters that they
 * came back with, until the answer is a `connection`.
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
