// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation } from "../../../lib/index.js";
import { ConnectSession, ReconnectSessionRequest } from "../models/components/connections.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response400 } from "../models/errors/shared.js";
import type {
  CreateReconnectSessionRequest,
  CreateReconnectSessionResponse,
} from "../models/operations/connections.js";

/**
 * Create a session to reconnect
 *
 * Creates a session in which a customer authorizes an existing connection again. Send the customer
 * to its `connect_link`.
 *
 * When the customer has signed in, the tags of the session replace all tags of the connection, also
 * if the session has none. An unknown connection is a 400.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 *
 * @see POST /connect/sessions/reconnect
 */
export const connectionsCreateReconnectSession: Operation<
  CreateReconnectSessionRequest,
  CreateReconnectSessionResponse,
  Response400
> = /* @__PURE__ */ operation(() => ({
  id: "createReconnectSession",
  method: "POST",
  path: "/connect/sessions/reconnect",
  request: ReconnectSessionRequest,
  body: jsonBody(),
  responses: [json(201, ConnectSession), jsonError(400, Response400, ErrorBody)],
}));
