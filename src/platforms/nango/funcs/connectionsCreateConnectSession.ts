// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation } from "../../../lib/index.js";
import { ConnectSession, ConnectSessionRequest } from "../models/components/connections.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response400 } from "../models/errors/shared.js";
import type {
  CreateConnectSessionRequest,
  CreateConnectSessionResponse,
} from "../models/operations/connections.js";

/**
 * Create a connect session
 *
 * Creates a session in which a customer signs in. Send the customer to its `connect_link`.
 *
 * When the customer has signed in, there is a new connection with the tags of the session. Nango
 * chooses its id.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 *
 * @see POST /connect/sessions
 */
export const connectionsCreateConnectSession: Operation<
  CreateConnectSessionRequest,
  CreateConnectSessionResponse,
  Response400
> = /* @__PURE__ */ operation(() => ({
  id: "createConnectSession",
  method: "POST",
  path: "/connect/sessions",
  request: ConnectSessionRequest,
  body: jsonBody(),
  responses: [json(201, ConnectSession), jsonError(400, Response400, ErrorBody)],
}));
