// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation, path } from "../../../lib/index.js";
import { Connection, ErrorMessage as ErrorMessageData } from "../models/components/shared.js";
import { ErrorMessage } from "../models/errors/shared.js";
import type { CreateConnectionResponse } from "../models/operations/connections.js";
import { CreateConnectionRequest } from "../models/operations/connections.js";

/**
 * Create a connection
 *
 * Creates a connection of a company to the integration that `platformKey` names. It is
 * `PendingAuth` until somebody at the company has authorized it at its `linkUrl`.
 *
 * A second request may create a second connection.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link ErrorMessage} 400, 401, 402, 403, 404, 429, 500, 503, application/json
 *
 * @see POST /companies/{companyId}/connections
 */
export const connectionsCreate: Operation<
  CreateConnectionRequest,
  CreateConnectionResponse,
  ErrorMessage
> = /* @__PURE__ */ operation(() => ({
  id: "create-connection",
  method: "POST",
  path: "/companies/{companyId}/connections",
  request: CreateConnectionRequest,
  parameters: [path("companyId")],
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
