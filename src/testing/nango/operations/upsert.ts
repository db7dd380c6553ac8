import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, type Operation, requireBody } from "../context.js";
import { errorResponse } from "../errors.js";
import { upsertShape } from "../shape.js";
import {
  type NangoIntegration,
  type NangoStoredConnection,
  findConnection,
  findIntegration,
} from "../state.js";
import { endUserOf, readTags, tagsOf } from "../tags.js";
import { fullConnection } from "../view.js";
import type { NangoWireCredentials, NangoWireUpsert } from "../wire.js";

/**
 * `POST /connections`: creates a connection, or replaces one as a whole: what the request does not
 * carry is emptied. Only the end user stays, and the response does not show it.
 */
export const upsert: Operation = {
  scope: "create",
  query: [],
  handle(context) {
    const body = requireBody<NangoWireUpsert>(context, upsertShape);
    if ("error" in body) return body.error;
    const given = body.value;
    const integration = findIntegration(context.state, given.provider_config_key);
    if (!integration) return errorResponse(404, "not_found", { message: "Unknown integration" });
    const error = credentialsError(given, integration);
    if (error) return error;
    const tags = readTags({ ...(given.end_user && tagsOf(given.end_user)), ...given.tags }, [
      "tags",
    ]);
    if (Array.isArray(tags["path"])) {
      return errorResponse(400, "invalid_body", { errors: [tags as never] });
    }
    const connection = store(context, integration, given, tags as Record<string, string>);
    const end_user = given.end_user ? connection.end_user : null;
    return json(201, fullConnection({ ...connection, end_user }, "Z", connection.credentials));
  },
};

function credentialsError(
  { credentials, connection_config }: NangoWireUpsert,
  { auth }: NangoIntegration,
): EmulatedResponse | undefined {
  if (credentials.type !== auth) {
    const path = ["credentials", "type"];
    const errors = [{ code: "custom", message: `The provider works with ${auth}`, path }];
    return errorResponse(400, "invalid_body", { errors });
  }
  if (auth === "TBA" && connection_config?.["accountId"] === undefined) {
    return errorResponse(400, "missing_account_id", {
      message: "connection_config needs accountId",
    });
  }
  // The emulated providers verify only these types.
  const isVerified = ["API_KEY", "BASIC", "TBA"].includes(auth);
  const isBad = Object.values(credentials).some((value) => String(value).startsWith("invalid"));
  return isVerified && isBad
    ? errorResponse(400, "connection_test_failed", {
        message: "The provider refused the credentials",
      })
    : undefined;
}

function store(
  { state, clock }: Context,
  integration: NangoIntegration,
  given: NangoWireUpsert,
  tags: Record<string, string>,
): NangoStoredConnection {
  const now = clock.timestamp();
  const { provider, provider_config_key } = integration;
  const id =
    given.connection_id ?? `00000000-0000-4000-8000-${String(state.counter + 1).padStart(12, "0")}`;
  const known = findConnection(state, id, provider_config_key);
  const connection: NangoStoredConnection = {
    id: known?.id ?? (state.counter += 1),
    connection_id: id,
    provider_config_key,
    provider,
    errors: [],
    end_user: given.end_user ? endUserOf(given.end_user) : (known?.end_user ?? null),
    tags,
    metadata: given.metadata ?? {},
    connection_config: given.connection_config ?? {},
    webhook_url_override: given.webhook_url_override || null,
    created_at: known?.created_at ?? now,
    updated_at: now,
    last_fetched_at: given.credentials.type === "NONE" ? null : now,
    credentials: withRaw(given.credentials),
  };
  if (known) Object.assign(known, connection);
  else state.connections.push(connection);
  return connection;
}

/** Adds the provider's response to credentials of the types that have one. */
function withRaw(credentials: NangoWireCredentials): NangoWireCredentials {
  const { type, ...rest } = credentials;
  return ["OAUTH2", "OAUTH2_CC", "OAUTH1", "APP", "CUSTOM"].includes(type)
    ? { ...credentials, raw: rest }
    : credentials;
}
