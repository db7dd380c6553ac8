import { type EmulatedResponse, isRecord, json } from "../../messages.js";
import { type Context, type Operation, bodyOf, queryOf } from "../context.js";
import { tagsOf } from "../end-user.js";
import { type Issue, Refused } from "../errors.js";
import { noQuery, reconnectBody, sessionBody, tagsOnlyBody } from "../schemas.js";
import { type NangoConnectSession, findConnection, findIntegration } from "../state.js";
import type { NangoWireSession } from "../wire.js";

/** What a session is for. */
type Target = Pick<NangoConnectSession, "integration" | "connection_id">;

const HALF_HOUR_MS = 30 * 60_000;

/** `POST /connect/sessions`: where a customer signs in to a new connection. */
export const connect: Operation = {
  scopes: ["connect_sessions:write"],
  handle(context) {
    queryOf(context, noQuery);
    const { state, body } = context;
    // A body with tags needs no end user, and is checked by another schema.
    const hasTags = isRecord(body) && "tags" in body && !("end_user" in body);
    const given = bodyOf(context, hasTags ? tagsOnlyBody : sessionBody);
    const keys = given.allowed_integrations ?? [];
    refuseUnknown(context, [
      ...keys.map((key, index) => ({ key, path: ["allowed_integrations", String(index)] })),
      ...integrationsIn(given),
    ]);
    const [integration = state.integrations[0]?.provider_config_key ?? ""] = keys;
    return created(context, { integration }, given);
  },
};

/**
 * `POST /connect/sessions/reconnect`: where a customer signs in to an existing connection again.
 * The tags of the session replace those of the connection, also if it has none.
 */
export const reconnect: Operation = {
  scopes: ["connect_sessions:write"],
  handle(context) {
    queryOf(context, noQuery);
    const given = bodyOf(context, reconnectBody);
    const { connection_id, integration_id } = given;
    if (!findConnection(context.state, connection_id, integration_id)) {
      const message = "ConnectionID or IntegrationId does not exists"; // the server's words
      throw new Refused(400, "invalid_body", { message });
    }
    refuseUnknown(context, integrationsIn(given));
    return created(context, { integration: integration_id, connection_id }, given);
  },
};

interface NamedIntegration {
  readonly key: string;
  readonly path: readonly string[];
}

function integrationsIn(given: NangoWireSession): NamedIntegration[] {
  return (["integrations_config_defaults", "overrides"] as const).flatMap((member) =>
    Object.keys(given[member] ?? {}).map((key) => ({ key, path: [member, key] })),
  );
}

function refuseUnknown({ state }: Context, named: readonly NamedIntegration[]): void {
  const errors = named
    .filter(({ key }) => !findIntegration(state, key))
    .map(({ path }): Issue => ({ code: "custom", message: "Integration does not exist", path }));
  if (errors.length > 0) throw new Refused(400, "invalid_body", { errors });
}

function created(context: Context, target: Target, given: NangoWireSession): EmulatedResponse {
  const tags = { ...tagsOf(given.end_user, given.organization), ...given.tags };
  return json(201, { data: open(context, target, given, tags) });
}

function open(
  { state, clock }: Context,
  target: Target,
  given: NangoWireSession,
  tags: Record<string, string>,
): object {
  const number = String((state.counter += 1)).padStart(64, "0");
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
  return { token, connect_link: connectLink(token), expires_at };
}

/** Where the customer of a session signs in. */
export function connectLink(token: string): string {
  return `https://connect.nango.example.com/?session_token=${token}`;
}
