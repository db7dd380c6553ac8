// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonBody, jsonError, operation } from "../../../lib/index.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response404 } from "../models/errors/connections.js";
import { Response400 } from "../models/errors/shared.js";
import {
  CreateMetadataCreatedResponseBody,
  type CreateMetadataRequest,
  CreateMetadataRequestBody,
  type CreateMetadataResponse,
} from "../models/operations/connections.js";

/**
 * Set metadata
 *
 * Replaces the metadata of a connection with your own. If you pass several ids and one of them is
 * unknown, none of the connections changes.
 *
 * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 * - {@link Response404} 404, application/json
 *
 * @see POST /connections/metadata
 */
export const connectionsCreateMetadata: Operation<
  CreateMetadataRequest,
  CreateMetadataResponse,
  Response400 | Response404
> = /* @__PURE__ */ operation(() => ({
  id: "createMetadata",
  method: "POST",
  path: "/connections/metadata",
  request: CreateMetadataRequestBody,
  body: jsonBody(),
  responses: [
    json(201, CreateMetadataCreatedResponseBody),
    jsonError(400, Response400, ErrorBody),
    jsonError(404, Response404, ErrorBody),
  ],
}));
