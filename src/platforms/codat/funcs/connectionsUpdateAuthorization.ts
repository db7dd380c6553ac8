// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation, path } from "../../../lib/index.js";
import { Connection, ErrorMessage as ErrorMessageData } from "../models/components/shared.js";
import { ErrorMessage } from "../models/errors/shared.js";
import type { UpdateConnectionAuthorizationResponse } from "../models/operations/connections.js";
import { UpdateConnectionAuthorizationRequest } from "../models/operations/connections.js";

/**
 * Update the authorization of a connection
 *
 * Replaces the credentials of a connection. Their names depend on the integration. They are
 * secrets.
 *
 * Errors:
 * - {@link ErrorMessage} 400, 401, 402, 403, 404, 429, 500, 503, application/json
 *
 * @see PUT /companies/{companyId}/connections/{connectionId}/authorization
 */
export const connectionsUpdateAuthorization: Operation<
  UpdateConnectionAuthorizationRequest,
  UpdateConnectionAuthorizationResponse,
  ErrorMessage
> = /* @__PURE__ */ operation(() => ({
  id: "update-connection-authorization",
  method: "PUT",
  path: "/companies/{companyId}/connections/{connectionId}/authorization",
  request: UpdateConnectionAuthorizationRequest,
  parameters: [path("companyId"), path("connectionId")],
  body: jsonBody("requestBody"),
  responses: [
    json(200, Connection),
    jsonError(400, ErrorMessage, ErrorMessageData),
    jsonError(401, ErrorMessage, ErrorMessageData),
    jsonError(402, ErrorMessage, ErrorMessageData),
    jsonError(403, ErrorMessage, ErrorMessageData),
    jsonError(404, ErrorMessage, ErrorMessageData),
    jsonError(429, ErrorMessage, ErrorMessageData),
    jsonError(500, ErrorMessage, ErrorMessageData),
    jsonError(503, ErrorMessage, ErrorMessageData),
  ],
  retryCodes: ["408", "429", "5XX"],
}));
