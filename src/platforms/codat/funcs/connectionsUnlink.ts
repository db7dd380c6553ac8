// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation, path } from "../../../lib/index.js";
import { Connection, ErrorMessage as ErrorMessageData } from "../models/components/shared.js";
import { ErrorMessage } from "../models/errors/shared.js";
import type { UnlinkConnectionResponse } from "../models/operations/connections.js";
import { UnlinkConnectionRequest } from "../models/operations/connections.js";

/**
 * Unlink a connection
 *
 * Revokes the authorization of a connection, but keeps the connection and the data that was
 * fetched, so that the company can authorize it again later. Set the status to `Unlinked`; the
 * connection must be `Linked`.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link ErrorMessage} 400, 401, 402, 403, 404, 429, 500, 503, application/json
 *
 * @see PATCH /companies/{companyId}/connections/{connectionId}
 */
export const connectionsUnlink: Operation<
  UnlinkConnectionRequest,
  UnlinkConnectionResponse,
  ErrorMessage
> = /* @__PURE__ */ operation(() => ({
  id: "unlink-connection",
  method: "PATCH",
  path: "/companies/{companyId}/connections/{connectionId}",
  request: UnlinkConnectionRequest,
  parameters: [path("companyId"), path("connectionId")],
  body: jsonBody("updateConnectionStatus"),
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
