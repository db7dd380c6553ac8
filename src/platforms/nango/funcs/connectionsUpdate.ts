// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation } from "../../../lib/index.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response404 } from "../models/errors/connections.js";
import { Response400 } from "../models/errors/shared.js";
import {
  type UpdateMetadataRequest,
  UpdateMetadataRequestBody,
  type UpdateMetadataResponse,
  UpdateMetadataResponseBody,
} from "../models/operations/connections.js";

/**
 * Update metadata
 *
 * Sets the members that you pass, each as a whole. All other members keep their values. If you pass
 * several ids and one of them is unknown, none of the connections changes.
 *
 * The response contains what you sent, and not all metadata of the connection.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 * - {@link Response404} 404, application/json
 *
 * @see PATCH /connections/metadata
 */
export const connectionsUpdate: Operation<
  UpdateMetadataRequest,
  UpdateMetadataResponse,
  Response400 | Response404
> = /* @__PURE__ */ operation(() => ({
  id: "updateMetadata",
  method: "PATCH",
  path: "/connections/metadata",
  request: UpdateMetadataRequestBody,
  body: jsonBody(),
  responses: [
    json(200, UpdateMetadataResponseBody),
    jsonError(400, Response400, ErrorBody),
    jsonError(404, Response404, ErrorBody),
  ],
}));
