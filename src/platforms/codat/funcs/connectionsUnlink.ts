// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation, path } from "../../../lib/index.js";
import { Connection, ErrorMessage } from "../models/components/connections.js";
import { ErrorMessage as ErrorMessage$1 } from "../models/errors/connections.js";
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
  ErrorMessage$1
> = /* @__PURE__ */ operation(() => ({
  id: "unlink-connection",
  method: "PATCH",
  path: "/companies/{companyId}/connections/{connectionId}",
  request: UnlinkConnectionRequest,
  parameters: [path("companyId"), path("connectionId")],
  body: jsonBody("updateConnectionStatus"),
  responses: [
    json(200, Connection),
    jsonError(400, ErrorMessage$1, ErrorMessage),
    jsonError(401, ErrorMessage$1, ErrorMessage),
    jsonError(402, ErrorMessage$1, ErrorMessage),
    jsonError(403, ErrorMessage$1, ErrorMessage),
    jsonError(404, ErrorMessage$1, ErrorMessage),
    jsonError(429, ErrorMessage$1, ErrorMessage),
    jsonError(500, ErrorMessage$1, ErrorMessage),
    jsonError(503, ErrorMessage$1, ErrorMessage),
  ],
  retryCodes: ["408", "429", "5XX"],
}));
