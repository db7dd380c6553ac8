// Written by sdkwright. Change the document or the generator, not this file.
import type { PagedOperation } from "../../../lib/index.js";
import { byPage, deepObject, json, jsonError, pagedOperation, query } from "../../../lib/index.js";
import type { ConnectionSummary } from "../models/components/connectionsummary.js";
import { ErrorBody } from "../models/components/errorbody.js";
import { GetConnectionResponse } from "../models/components/getconnectionresponse.js";
import { Response400 } from "../models/errors/response400.js";
import type { ListConnectionsResponse } from "../models/operations/listconnections.js";
import { ListConnectionsRequest } from "../models/operations/listconnections.js";

/**
 * List connections
 *
 * Answers those that match every filter given, the newest first and without credentials.
 *
 * Pages are counted from 0. Without `limit` one page holds up to 10,000 connections. New
 * connections come in at the front, so one that is made while pages are read moves the rest along,
 * and a connection can then be on two pages: `id` tells.
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
