import { json } from "../../messages.js";
import { type Operation, connectionOf, pathOf, queryOf } from "../context.js";
import { Refused } from "../errors.js";
import { refresh } from "../refresh.js";
import { getQuery } from "../schemas.js";
import { fullConnection, withoutRefreshTokens } from "../view.js";

/** `GET /connections/{connectionId}`. Refreshes expired tokens, and others on request. */
export const get: Operation = {
  scopes: ["read", "read_credentials"],
  handle(context) {
    const query = queryOf(context, getQuery);
    const connectionId = pathOf(context);
    const mayRead = context.allows("read_credentials");
    const isAsked =
      query.refresh_token || query.force_refresh || query.refresh_github_app_jwt_token;
    if (!mayRead && isAsked) {
      const message =
        "Credential and refresh options require the environment:connections:read_credentials scope";
      throw new Refused(403, "forbidden", { message });
    }
    const connection = connectionOf(context, connectionId, query.provider_config_key);
    if (!mayRead) return json(200, withoutRefreshTokens(fullConnection(connection, "+00:00", {})));
    refresh(connection, context.clock, query.force_refresh);
    const full = fullConnection(connection, "+00:00", connection.credentials);
    return json(200, query.refresh_token ? full : withoutRefreshTokens(full));
  },
};
