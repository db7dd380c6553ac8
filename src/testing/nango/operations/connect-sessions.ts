import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, type Operation, requireBody } from "../context.js";
import { errorResponse } from "../errors.js";
import { type Shape, connectShape, reconnectShape } from "../shape.js";
import { type NangoConnectSession, findConnection, findIntegration } from "../state.js";
import { readTags, tagsOf } from "../tags.js";
import type { NangoWireSession } from "../wire.js";

/** `POST /connect/sessions`: where a customer signs in to a new connection. */
export const connect: Operation = operation(connectShape, ({ state }, given) => {
  if (!given.tags && !given.end_user) {
    const errors = [{ code: "invalid_type", message: "Required", path: ["end_user"] }];
    return errorResponse(400, "invalid_body", { errors });
  }
  const unknown = (given.allowed_integrations ?? []).flatMap((key, index) =>
    findIntegration(state, key) ? [] : [index],
  );
  const [integration = state.integrations[0]?.provider_config_key ?? ""] =
    given.allowed_integrations ?? [];
  const errors = unknown.map((index) => ({
    code: "custom",
    message: "Integration does not exist",
    path: ["allowed_integrations", index],
  }));
  return errors.length > 0 ? errorResponse(400, "invalid_body", { errors }) : { integration };
});

/**
 * `POST /connect/sessions/reconnect`: where a customer signs in to an existing connection again.
 * The tags of the session replace those of the connection, also if it has none.
 */
export const reconnect: Operation = operation(reconnectShape, ({ state }, given) => {
  const { connection_id = "", integration_id = "" } = given;
  return findConnection(state, connection_id, integration_id)
    ? { integration: integration_id, connection_id }
    : errorResponse(400, "invalid_body", {
        message: "ConnectionID or IntegrationId does not exists",
      });
});

/** What a session is for. */
type Target = Pick<NangoConnectSession, "integration" | "connection_id">;

const HALF_HOUR_MS = 30 * 60_000;

function operation(
  shape: Shape,
  targetOf: (context: Context, given: NangoWireSession) => Target | EmulatedResponse,
): Operation {
  return {
    scope: "create",
    query: [],
    handle(context) {
      const body = requireBody<NangoWireSession>(context, shape);
      if ("error" in body) return body.error;
      const given = body.value;
      const target = targetOf(context, given);
      if ("status" in target) return target;
      const tags = readTags({ ...(given.end_user && tagsOf(given.end_user)), ...given.tags }, [
        "tags",
      ]);
      if (Array.isArray(tags["path"]))
        return errorResponse(400, "invalid_body", { errors: [tags as never] });
      return json(201, { data: open(context, target, given, tags as Record<string, string>) });
    },
  };
}

function open(
  { state, clock }: Context,
  target: Target,
  given: NangoWireSession,
  tags: Record<string, string>,
): object {
  const number = String((state.counter += 1)).padStart(4, "0");
  const token = `nango_connect_session_${number}`;
  const expires_at = new Date(clock.now().getTime() + HALF_HOUR_MS).toISOString();
  const { webhook_url_override, integrations_config_defaults: defaults } = given;
  state.sessions.push({
    ...target,
    token,
    expires_at,
    tags,
    connection_config: defaults?.[target.integration]?.connection_config ?? {},
    ...(webhook_url_override !== undefined && { webhook_url_override }),
  });
  const connect_link = `https://connect.nango.example.com/?session_token=${token}`;
  return { token, connect_link, expires_at };
}
