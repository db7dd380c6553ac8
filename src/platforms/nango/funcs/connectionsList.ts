// Written by sdkwright. Change the document or the generator, not this file.
import type { PagedOperation } from "../../../lib/index.js";
import { byPage, deepObject, json, jsonError, pagedOperation, query } from "../../../lib/index.js";
import { type ConnectionSummary, GetConnectionResponse } from "../models/components/connections.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response400 } from "../models/errors/shared.js";
import type { ListConnectionsResponse } from "../models/operations/connections.js";
import { ListConnectionsRequest } from "../models/operations/connections.js";

/**
 * List connections
 *
 * Returns connections without their credentials, newest first. Filters are combined with AND.
 *
 * Pages are numbered from 0. Without `limit`, a page contains up to 10,000 connections. If a
 * connection is created while you read the pages, the others move back by one, and one of them can
 * be on two pages. Use `id` to detect it.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 *
 * @see GET /connections
 */
export const connectionsList: PagedOperation<
  ListConnectionsRequest | void,
  ListConnectionsResponse,
  ConnectionSummary,
  Response400
> = /* @__PURE__ */ pagedOperation(() => ({
  id: "listConnections",
  method: "GET",
  path: "/connections",
  request: ListConnectionsRequest,
  parameters: [
    query("connectionId"),
    query("search"),
    query("integrationId"),
    query("endUserId"),
    query("endUserOrganizationId"),
    query("tags", "tags", deepObject),
    query("limit"),
    query("page"),
  ],
  responses: [json(200, GetConnectionResponse), jsonError(400, Response400, ErrorBody)],
  pages: byPage({ page: "page", limit: "limit", size: 10000, results: "connections", first: 0 }),
}));
