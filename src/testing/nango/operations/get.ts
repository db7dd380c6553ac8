import { json } from "../../messages.js";
import { type Context, type Operation, requireIntegration } from "../context.js";
import { errorResponse } from "../errors.js";
import { type NangoStoredConnection, findConnection, findIntegration } from "../state.js";
import { fullConnection } from "../view.js";

const flags = ["force_refresh", "refresh_token", "refresh_github_app_jwt_token"];

/** `GET /connections/{connectionId}`. Refreshes expired tokens, and others on request. */
export const get: Operation = {
  scope: "read",
  query: ["provider_config_key", ...flags],
  handle(context) {
    const integration = requireIntegration(context);
    if ("error" in integration) return integration.error;
    const { state, clock, connectionId, request } = context;
    if (!findIntegration(state, integration.value)) {
      return errorResponse(400, "unknown_provider_config", { message: "Unknown integration" });
    }
    const connection = findConnection(state, connectionId, integration.value);
    if (!connection) return errorResponse(404, "not_found", { message: "No such connection" });
    const mayRead = context.allows("read_credentials");
    if (!mayRead && flags.some((flag) => request.query.has(flag)))
      return errorResponse(403, "forbidden");
    connection.last_fetched_at = clock.timestamp();
    if (!refresh(context, connection)) {
      const payload = { connection: fullConnection(connection, "+00:00", {}) };
      const message = "The refresh limit has been reached.";
      return errorResponse(424, "invalid_credentials", { message, payload });
    }
    return json(
      200,
      fullConnection(connection, "+00:00", mayRead ? visibleCredentials(context, connection) : {}),
    );
  },
};

/** Refreshes the credentials if necessary. Returns whether they work. */
function refresh({ request, clock }: Context, connection: NangoStoredConnection): boolean {
  const { credentials } = connection;
  const { refresh_token, expires_at } = credentials;
  const isExpired =
    typeof expires_at === "string" && Date.parse(expires_at) <= clock.now().getTime();
  const isDue = isExpired || isOn(request.query.get("force_refresh"));
  if (credentials.type !== "OAUTH2" || !isDue || typeof refresh_token !== "string") return true;
  if (refresh_token.startsWith("invalid")) {
    connection.errors = [{ type: "auth", log_id: "log-0002" }];
    return false;
  }
  const hour = new Date(clock.now().getTime() + 3_600_000).toISOString();
  const access_token = `${String(credentials["access_token"])}-renewed`;
  connection.credentials = { ...credentials, access_token, expires_at: hour };
  return true;
}

function visibleCredentials(
  { request }: Context,
  { credentials }: NangoStoredConnection,
): Record<string, unknown> {
  if (credentials.type === "NONE") return {};
  const { refresh_token, ...rest } = credentials;
  const isRequested = isOn(request.query.get("refresh_token"));
  return isRequested && refresh_token !== undefined ? credentials : rest;
}

/** Whether a flag is set, in any of the forms that the server accepts. */
function isOn(value: string | null): boolean {
  return ["true", "1", "yes", "on"].includes(value ?? "");
}
