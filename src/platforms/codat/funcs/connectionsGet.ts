// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path } from "../../../lib/index.js";
import { Connection, ErrorMessage as ErrorMessageData } from "../models/components/shared.js";
import { ErrorMessage } from "../models/errors/shared.js";
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
export const connectionsGet: Operation<GetConnectionRequest, GetConnectionResponse, ErrorMessage> =
  /* @__PURE__ */ operation(() => ({
    id: "get-connection",
    method: "GET",
    path: "/companies/{companyId}/connections/{connectionId}",
    request: GetConnectionRequest,
    parameters: [path("companyId"), path("connectionId")],
    responses: [
      json(200, Connection),
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
