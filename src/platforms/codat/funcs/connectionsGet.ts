// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path } from "../../../lib/index.js";
import { Connection, ErrorMessage } from "../models/components/connections.js";
import { ErrorMessage as ErrorMessage$1 } from "../models/errors/connections.js";
import type { GetConnectionResponse } from "../models/operations/connections.js";
import { GetConnectionRequest } from "../models/operations/connections.js";

/**
 * Get a connection
 *
 * Returns a connection of a company. A deleted connection is a 404.
 *
 * Errors:
 * - {@link ErrorMessage} 401, 402, 403, 404, 429, 500, 503, application/json
 *
 * @see GET /companies/{companyId}/connections/{connectionId}
 */
export const connectionsGet: Operation<
  GetConnectionRequest,
  GetConnectionResponse,
  ErrorMessage$1
> = /* @__PURE__ */ operation(() => ({
  id: "get-connection",
  method: "GET",
  path: "/companies/{companyId}/connections/{connectionId}",
  request: GetConnectionRequest,
  parameters: [path("companyId"), path("connectionId")],
  responses: [
    json(200, Connection),
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
