// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, operation, path, problemError, query } from "../../../lib/index.js";
import { array } from "../../../lib/schema/index.js";
import { Connection } from "../models/components/connection.js";
import { InputValidationProblem } from "../models/components/inputvalidationproblem.js";
import { ListConnectionsInputValidationProblem } from "../models/errors/listconnections.js";
import type { ListConnectionsResponse } from "../models/operations/listconnections.js";
import { ListConnectionsRequest } from "../models/operations/listconnections.js";

/**
 * List connections
 *
 * Answers every connection of the project that matches all the filters given, or all of them
 * without a filter.
 *
 * There are no pages: the whole list comes in one answer. Credentials are not part of it, except
 * that connections to API key providers may carry their key.
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
