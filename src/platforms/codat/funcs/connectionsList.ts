// Written by sdkwright. Change the document or the generator, not this file.
import type { PagedOperation } from "../../../lib/index.js";
import { byUrl, json, jsonError, pagedOperation, path, query } from "../../../lib/index.js";
import { Connections } from "../models/components/connections.js";
import { type Connection, ErrorMessage as ErrorMessageData } from "../models/components/shared.js";
import { ErrorMessage } from "../models/errors/shared.js";
import type { ListConnectionsResponse } from "../models/operations/connections.js";
import { ListConnectionsRequest } from "../models/operations/connections.js";

/**
 * List connections
 *
 * Returns a page of a company's connections: 100 of them, unless you set `pageSize`.
 *
 * Errors:
 * - {@link ErrorMessage} 400, 401, 402, 403, 404, 429, 500, 503, application/json
 *
 * @see GET /companies/{companyId}/connections
 */
export const connectionsList: PagedOperation<
  ListConnectionsRequest,
  ListConnectionsResponse,
  Connection,
  ErrorMessage
> = /* @__PURE__ */ pagedOperation(() => ({
  id: "list-connections",
  method: "GET",
  path: "/companies/{companyId}/connections",
  request: ListConnectionsRequest,
  parameters: [
    path("companyId"),
    query("page"),
    query("pageSize"),
    query("query"),
    query("orderBy"),
  ],
  responses: [
    json(200, Connections),
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
  pages: byUrl({ next: "links.next.href", results: "results" }),
}));
