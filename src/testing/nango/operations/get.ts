import { json } from "../../messages.js";
import { type Context, type Operation, needIntegration } from "../context.js";
import { refuse } from "../errors.js";
import { type NangoStoredConnection, findConnection, findIntegration } from "../state.js";
import { whole } from "../view.js";

const flags = ["force_refresh", "refresh_token", "refresh_github_app_jwt_token"];

/** `GET /connections/{connectionId}`: renews tokens that have run out, or on request. */
export const get: Operation = {
  scope: "read",
  query: ["provider_config_key", ...flags],
  answer(context) {
    const integration = needIntegration(context);
    if ("refusal" in integration) return integration.refusal;
    const { state, clock, connectionId, call } = context;
    if (!findIntegration(state, integration.value)) {
      return refuse(400, "unknown_provider_config", { message: "Unknown integration" });
    }
    const connection = findConnection(state, connectionId, integration.value);
    if (!connection) return refuse(404, "not_found", { message: "No such connection" });
    const mayRead = context.allows("read_credentials");
    if (!mayRead && flags.some((flag) => call.query.has(flag))) return refuse(403, "forbidden");
    connection.last_fetched_at = clock.stamp();
    if (!renew(context, connection)) {
      const payload = { connection: whole(connection, "+00:00", {}) };
      const message = "The refresh limit has been reached.";
      return refuse(424, "invalid_credentials", { message, payload });
    }
    return json(200, whole(connection, "+00:00", mayRead ? shown(context, connection) : {}));
  },
};

/** Whether the credentials work, after they were renewed where they had to be. */
function renew({ call, clock }: Context, connection: NangoStoredConnection): boolean {
  const { credentials } = connection;
  const { refresh_token, expires_at } = credentials;
  const isOver = typeof expires_at === "string" && Date.parse(expires_at) <= clock.now().getTime();
  const isDue = isOver || isOn(call.query.get("force_refresh"));
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

function shown({ call }: Context, { credentials }: NangoStoredConnection): Record<string, unknown> {
  if (credentials.type === "NONE") return {};
  const { refresh_token, ...rest } = credentials;
  const isAsked = isOn(call.query.get("refresh_token"));
  return isAsked && refresh_token !== undefined ? credentials : rest;
}

/** The server's words for yes. */
function isOn(value: string | null): boolean {
  return ["true", "1", "yes", "on"].includes(value ?? "");
}
