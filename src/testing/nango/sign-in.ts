import type { Clock } from "../clock.js";
import type { SignInOutcome } from "../emulated-platform.js";
import {
  type NangoAuthMode,
  type NangoConnectSession,
  type NangoState,
  findConnection,
  findIntegration,
} from "./state.js";
import type { NangoWireCredentials } from "./wire.js";

/**
 * Plays the customer who opens the `connect_link` of a session. What becomes of the connection
 * follows the server's source: the tags and the settings of the session replace those of the
 * connection, its metadata is lost unless the service uses OAuth, and only then the time of the
 * last update stays.
 */
export function signIn(state: NangoState, clock: Clock, url: URL, outcome: SignInOutcome): boolean {
  const token = url.searchParams.get("session_token");
  const session = state.sessions.find((each) => each.token === token);
  if (!session || Date.parse(session.expires_at) <= clock.now().getTime()) return false;
  state.sessions = state.sessions.filter((each) => each !== session);
  if (outcome === "allow") connect(state, clock, session);
  return true;
}

function connect(state: NangoState, clock: Clock, session: NangoConnectSession): void {
  const { provider = "", auth = "NONE" } = findIntegration(state, session.integration) ?? {};
  const number = (state.counter += 1);
  const id = session.connection_id ?? `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const known = findConnection(state, id, session.integration);
  const now = clock.timestamp();
  const isOAuth = auth.startsWith("OAUTH");
  const connection = {
    id: known?.id ?? number,
    connection_id: id,
    provider_config_key: session.integration,
    provider,
    errors: [],
    end_user: known?.end_user ?? null,
    tags: { ...session.tags },
    metadata: isOAuth ? (known?.metadata ?? {}) : null,
    connection_config: { ...session.connection_config },
    webhook_url_override: session.webhook_url_override ?? known?.webhook_url_override ?? null,
    created_at: known?.created_at ?? now,
    updated_at: known && isOAuth ? known.updated_at : now,
    last_fetched_at: known?.last_fetched_at ?? now,
    last_refresh_failure: null,
    refresh_exhausted: false,
    credentials: credentialsOf(auth, number, clock),
  };
  if (known) Object.assign(known, connection);
  else state.connections.push(connection);
}

/** The credentials that the customer brings. */
function credentialsOf(auth: NangoAuthMode, number: number, clock: Clock): NangoWireCredentials {
  const id = String(number).padStart(4, "0");
  switch (auth) {
    case "NONE":
      return { type: "NONE" };
    case "API_KEY":
      return { type: auth, apiKey: `api-key-${id}` };
    case "BASIC":
      return { type: auth, username: `user-${id}`, password: `password-${id}` };
    default:
      return {
        type: auth,
        access_token: `access-${id}`,
        refresh_token: `refresh-${id}`,
        expires_at: new Date(clock.now().getTime() + 3_600_000).toISOString(),
        raw: {},
      };
  }
}
