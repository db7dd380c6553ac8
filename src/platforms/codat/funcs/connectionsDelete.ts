// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, empty, jsonError, operation, path } from "../../../lib/index.js";
import { ErrorMessage } from "../models/components/connections.js";
import { ErrorMessage as ErrorMessage$1 } from "../models/errors/connections.js";
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
  ErrorMessage$1
> = /* @__PURE__ */ operation(() => ({
  id: "delete-connection",
  method: "DELETE",
  path: "/companies/{companyId}/connections/{connectionId}",
  request: DeleteConnectionRequest,
  parameters: [path("companyId"), path("connectionId")],
  responses: [
    empty(200),
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
