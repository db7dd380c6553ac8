import { json } from "../../messages.js";
import { type Context, type Operation, bodyOf, queryOf } from "../context.js";
import { endUserOf, tagsOf } from "../end-user.js";
import { Refused } from "../errors.js";
import { noQuery, upsertBody } from "../schemas.js";
import {
  type NangoIntegration,
  type NangoStoredConnection,
  findConnection,
  findIntegration,
} from "../state.js";
import { fullConnection } from "../view.js";
import type { NangoWireCredentials, NangoWireUpsert } from "../wire.js";

/**
 * `POST /connections`: creates a connection, or replaces one as a whole: what the request does not
 * carry is emptied. Only the end user stays, and the response does not show it. The id is not
 * checked: one that no other operation accepts can be made.
 */
export const upsert: Operation = {
  scopes: ["create"],
  handle(context) {
    queryOf(context, noQuery);
    const given = bodyOf(context, upsertBody);
    const integration = findIntegration(context.state, given.provider_config_key);
    if (!integration) {
      throw new Refused(404, "not_found", { message: "Integration does not exist" });
    }
    checkCredentials(given, integration);
    const connection = store(context, integration, given);
    const end_user = given.end_user ? connection.end_user : null;
    return json(201, fullConnection({ ...connection, end_user }, "Z", connection.credentials));
  },
};

function checkCredentials(
  { credentials, connection_config }: NangoWireUpsert,
  { auth }: NangoIntegration,
): void {
  if (credentials.type !== auth) {
    const message = `Provider ${auth} does not support ${credentials.type} auth`;
    throw new Refused(400, "invalid_body", { message });
  }
  if (auth === "TBA" && !connection_config?.["accountId"]) {
    const message =
      "Missing accountId in connection_config. This is required to create a TBA connection.";
    throw new Refused(400, "invalid_body", { message });
  }
  // The server tries the credentials of these types only.
  const isTried = ["API_KEY", "BASIC", "TBA"].includes(auth);
  if (isTried && Object.values(credentials).some((value) => String(value).startsWith("invalid"))) {
    const message =
      "The given credentials were found to be invalid and received a 401 on a test API call. Please check the credentials and try again.";
    throw new Refused(400, "connection_test_failed", { message });
  }
}

function store(
  { state, clock }: Context,
  integration: NangoIntegration,
  given: NangoWireUpsert,
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
    tags: { ...tagsOf(given.end_user), ...given.tags },
    metadata: given.metadata ?? {},
    connection_config: { ...given.connection_config, ...clientOf(integration) },
    webhook_url_override: given.webhook_url_override || null,
    created_at: known?.created_at ?? now,
    updated_at: now,
    last_fetched_at: given.credentials.type === "NONE" ? null : now,
    last_refresh_failure: null,
    refresh_exhausted: false,
    credentials: storedCredentials(given.credentials),
  };
  if (known) Object.assign(known, connection);
  else state.connections.push(connection);
  return connection;
}

/** The OAuth client of the integration, which the server adds to the config for TBA. */
function clientOf({ auth, provider_config_key }: NangoIntegration): Record<string, string> {
  return auth === "TBA"
    ? {
        oauth_client_id: `${provider_config_key}-client`,
        oauth_client_secret: `${provider_config_key}-client-secret`,
      }
    : {};
}

/** Credentials as the server stores them: those of OAuth are in `raw` again. */
function storedCredentials(given: NangoWireUpsert["credentials"]): NangoWireCredentials {
  const wire = JSON.parse(JSON.stringify(given)) as NangoWireCredentials; // dates as strings
  return ["OAUTH2", "OAUTH2_CC", "OAUTH1", "APP", "CUSTOM"].includes(given.type)
    ? { ...wire, raw: wire }
    : wire;
}
