// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, empty, operation, path } from "../../../lib/index.js";
import type { DeleteConnectionResponse } from "../models/operations/connections.js";
import { DeleteConnectionRequest } from "../models/operations/connections.js";

/**
 * Delete a connection
 *
 * Deletes a connection and its credentials. Ampersand stops reading and writing through it. To
 * resume, the customer has to connect again.
 *
 * @see DELETE /projects/{projectIdOrName}/connections/{connectionId}
 */
export const connectionsDelete: Operation<DeleteConnectionRequest, DeleteConnectionResponse> =
  /* @__PURE__ */ operation(() => ({
    id: "deleteConnection",
    method: "DELETE",
    path: "/projects/{projectIdOrName}/connections/{connectionId}",
    request: DeleteConnectionRequest,
    parameters: [path("projectIdOrName"), path("connectionId")],
    responses: [empty(204)],
  }));
