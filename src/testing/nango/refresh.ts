import type { Clock } from "../clock.js";
import { Refused } from "./errors.js";
import type { NangoStoredConnection } from "./state.js";
import { fullConnection, withoutRefreshTokens } from "./view.js";

/** How long the server does not try again after a refresh has failed. */
const BACKOFF_MS = 30_000;

/**
 * Refreshes the credentials of a connection if they have expired or `isForced`. Refuses the request
 * if they cannot be refreshed: with 400 if the provider refuses, with 424 if the server does not
 * try.
 */
export function refresh(connection: NangoStoredConnection, clock: Clock, isForced: boolean): void {
  const now = clock.now().getTime();
  connection.last_fetched_at = clock.timestamp();
  if (!isForced) {
    if (connection.refresh_exhausted) {
      refuse(424, "The refresh limit has been reached for this connection.", connection);
    }
    const failedAt = Date.parse(connection.last_refresh_failure ?? "");
    if (now - failedAt < BACKOFF_MS) {
      refuse(424, "A recent refresh attempt failed. Backing off before retrying.", connection);
    }
  }
  const { credentials } = connection;
  const expiresAt = Date.parse(String(credentials["expires_at"]));
  if (!isForced && !(expiresAt <= now)) return;
  const renewed = renew(credentials, new Date(now + 3_600_000).toISOString());
  if (renewed === undefined) return;
  if (renewed === "refused") {
    connection.last_refresh_failure = clock.timestamp();
    connection.errors = [{ type: "auth", log_id: "log-0002" }];
    const message =
      "The external API returned an error when trying to refresh the access token. Please try again later.";
    refuse(400, message, connection);
  }
  connection.credentials = renewed;
  connection.errors = connection.errors.filter(({ type }) => type !== "auth");
  connection.last_refresh_failure = null;
}

/** Credentials after a refresh. `undefined` if there is nothing to refresh. */
function renew(
  credentials: NangoStoredConnection["credentials"],
  expires_at: string,
): NangoStoredConnection["credentials"] | "refused" | undefined {
  const [token, secret] =
    credentials.type === "OAUTH2"
      ? ["access_token", "refresh_token"]
      : credentials.type === "OAUTH2_CC"
        ? ["token", "client_secret"]
        : [];
  if (token === undefined || secret === undefined) return undefined;
  const value = credentials[secret];
  if (typeof value !== "string") return undefined;
  if (value.startsWith("invalid")) return "refused";
  return { ...credentials, [token]: `${String(credentials[token])}-renewed`, expires_at };
}

function refuse(status: number, message: string, connection: NangoStoredConnection): never {
  const payload = { connection: withoutRefreshTokens(fullConnection(connection, "+00:00", {})) };
  throw new Refused(status, "invalid_credentials", { message, payload });
}
