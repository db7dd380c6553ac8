// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, empty, jsonError, operation, path } from "../../../lib/index.js";
import { ErrorMessage as ErrorMessageData } from "../models/components/shared.js";
import { ErrorMessage } from "../models/errors/shared.js";
import type { DeleteConnectionResponse } from "../models/operations/connections.js";
import { DeleteConnectionRequest } from "../models/operations/connections.js";

/**
 * Delete a connection
 *
 * Revokes the authorization of a connection and deletes it. This cannot be undone: to get new data,
 * the company has to connect again. To keep the connection, use `unlink` instead.
 *
 * Errors:
 * - {@link ErrorMessage} 401, 402, 403, 404, 429, 500, 503, application/json
 *
 * @see DELETE /companies/{companyId}/connections/{connectionId}
 */
export const connectionsDelete: Operation<
  DeleteConnectionRequest,
  DeleteConnectionResponse,
  ErrorMessage
> = /* @__PURE__ */ operation(() => ({
  id: "delete-connection",
  method: "DELETE",
  path: "/companies/{companyId}/connections/{connectionId}",
  request: DeleteConnectionRequest,
  parameters: [path("companyId"), path("connectionId")],
  responses: [
    empty(200),
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
