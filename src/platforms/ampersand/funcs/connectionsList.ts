// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, operation, path, problemError, query } from "../../../lib/index.js";
import { array } from "../../../lib/schema/index.js";
import { Connection, InputValidationProblem } from "../models/components/connections.js";
import { ListConnectionsInputValidationProblem } from "../models/errors/connections.js";
import type { ListConnectionsResponse } from "../models/operations/connections.js";
import { ListConnectionsRequest } from "../models/operations/connections.js";

/**
 * List connections
 *
 * Returns the connections of a project. Filters are combined with AND. Without filters, returns all
 * connections.
 *
 * The response is not paginated. It contains no credentials, except that connections to API key
 * providers may include their key.
 *
 * Errors:
 * - {@link ListConnectionsInputValidationProblem} 404, application/problem+json
 *
 * @see GET /projects/{projectIdOrName}/connections
 */
export const connectionsList: Operation<
  ListConnectionsRequest,
  ListConnectionsResponse,
  ListConnectionsInputValidationProblem
> = /* @__PURE__ */ operation(() => ({
  id: "listConnections",
  method: "GET",
  path: "/projects/{projectIdOrName}/connections",
  request: ListConnectionsRequest,
  parameters: [path("projectIdOrName"), query("groupRef"), query("consumerRef"), query("provider")],
  responses: [
    json(200, array(Connection)),
    problemError(404, ListConnectionsInputValidationProblem, InputValidationProblem),
  ],
}));
