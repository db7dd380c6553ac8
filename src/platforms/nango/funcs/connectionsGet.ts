// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path, query } from "../../../lib/index.js";
import { Connection } from "../models/components/connection.js";
import { ErrorBody } from "../models/components/errorbody.js";
import { Response400 } from "../models/errors/response400.js";
import { Response404 } from "../models/errors/response404.js";
import { Response424 } from "../models/errors/response424.js";
import type { GetConnectionResponse } from "../models/operations/getconnection.js";
import { GetConnectionRequest } from "../models/operations/getconnection.js";

/**
 * Get a connection
 *
 * Answers one connection with its credentials.
 *
 * They are renewed first when they are about to run out. So the answer can take as long as the
 * provider does, and can fail for reasons of the provider's.
 *
 * A key without the right to read credentials gets the connection with empty ones, and none with
 * any of the options below.
 *
 * An integration that does not exist is a 400 here, a connection that does not exist a 404.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 * - {@link Response404} 404, application/json
 * - {@link Response424} 424, application/json
 *
 * @see GET /connections/{connectionId}
 */
export const connectionsGet: Operation<
  GetConnectionRequest,
  GetConnectionResponse,
  Response400 | Response404 | Response424
> = /* @__PURE__ */ operation(() => ({
  id: "getConnection",
  method: "GET",
  path: "/connections/{connectionId}",
  request: GetConnectionRequest,
  parameters: [
    path("connectionId"),
    query("provider_config_key", "providerConfigKey"),
    query("force_refresh", "forceRefresh"),
    query("refresh_token", "refreshToken"),
    query("refresh_github_app_jwt_token", "refreshGithubAppJwtToken"),
  ],
  responses: [
    json(200, Connection),
    jsonError(400, Response400, ErrorBody),
    jsonError(404, Response404, ErrorBody),
    jsonError(424, Response424, ErrorBody),
  ],
  notIdempotentWhen: { forceRefresh: [true], refreshGithubAppJwtToken: [true] },
}));
