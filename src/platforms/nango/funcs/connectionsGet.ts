// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path, query } from "../../../lib/index.js";
import { Connection } from "../models/components/connections.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response404, Response424 } from "../models/errors/connections.js";
import { Response400 } from "../models/errors/shared.js";
import type { GetConnectionResponse } from "../models/operations/connections.js";
import { GetConnectionRequest } from "../models/operations/connections.js";

/**
 * Get a connection
 *
 * Returns a connection with its credentials.
 *
 * Nango refreshes the credentials first if they are about to expire. The request can therefore take
 * as long as the provider takes, and fail because the provider fails.
 *
 * If the key may not read credentials, they are empty in the response, and a request with any of
 * the options below is refused.
 *
 * An unknown integration is a 400 here. An unknown connection is a 404.
 *
 * Not idempotent if `forceRefresh` is `true` or `refreshGithubAppJwtToken` is `true`: then retried
 * only with `idempotencyKey`, or if the server cannot have processed it.
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
