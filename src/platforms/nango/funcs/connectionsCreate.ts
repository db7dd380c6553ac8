// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation } from "../../../lib/index.js";
import { Connection } from "../models/components/connection.js";
import { CreateConnectionRequest } from "../models/components/createconnectionrequest.js";
import { ErrorBody } from "../models/components/errorbody.js";
import { Response400 } from "../models/errors/response400.js";
import { Response404 } from "../models/errors/response404.js";
import type {
  UpsertConnectionRequest,
  UpsertConnectionResponse,
} from "../models/operations/upsertconnection.js";

/**
 * Bring along a connection
 *
 * Makes a connection from credentials that you already hold, or puts them in the place of those of
 * a connection that has the same id and integration.
 *
 * The credentials' `type` has to be the one that the integration's provider works with. API keys,
 * user names and passwords are tried out at the provider first, where it has a way to do so.
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
