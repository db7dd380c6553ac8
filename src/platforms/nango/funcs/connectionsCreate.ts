// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation } from "../../../lib/index.js";
import { Connection, CreateConnectionRequest } from "../models/components/connections.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response404 } from "../models/errors/connections.js";
import { Response400 } from "../models/errors/shared.js";
import type {
  UpsertConnectionRequest,
  UpsertConnectionResponse,
} from "../models/operations/connections.js";

/**
 * Import a connection
 *
 * Creates a connection from credentials that you already have, or replaces the credentials of the
 * connection with the same id and integration.
 *
 * The credentials' `type` must be the one that the integration's provider uses. API keys, user
 * names and passwords are verified with the provider first, if it supports that.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 * - {@link Response404} 404, application/json
 *
 * @see POST /connections
 */
export const connectionsCreate: Operation<
  UpsertConnectionRequest,
  UpsertConnectionResponse,
  Response400 | Response404
> = /* @__PURE__ */ operation(() => ({
  id: "upsertConnection",
  method: "POST",
  path: "/connections",
  request: CreateConnectionRequest,
  body: jsonBody(),
  responses: [
    json(201, Connection),
    jsonError(400, Response400, ErrorBody),
    jsonError(404, Response404, ErrorBody),
  ],
}));
