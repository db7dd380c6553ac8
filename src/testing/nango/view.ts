import type { NangoStoredConnection } from "./state.js";
import type { NangoWireCredentials } from "./wire.js";

/** A time as the server's database writes it: without zeros at the end of the fraction. */
function withoutZeros(time: string): string {
  const [seconds = "", fraction = ""] = time.slice(0, -1).split(".");
  let end = fraction.length;
  while (fraction[end - 1] === "0") end -= 1;
  return `${seconds}${end === 0 ? "" : `.${fraction.slice(0, end)}`}+00:00`;
}

/** A connection as lists return it. */
export function connectionSummary(connection: NangoStoredConnection): object {
  const { id, connection_id, provider_config_key, provider, errors, end_user, tags, metadata } =
    connection;
  const created = withoutZeros(connection.created_at);
  return {
    id,
    connection_id,
    provider_config_key,
    provider,
    errors,
    end_user,
    tags,
    metadata,
    created,
  };
}

/**
 * A connection as the other operations return it.
 *
 * @param zone - How the endpoint formats UTC.
 * @param credentials - The credentials that the key may read.
 */
export function fullConnection(
  connection: NangoStoredConnection,
  zone: "+00:00" | "Z",
  credentials: NangoWireCredentials | Readonly<Record<string, never>>,
): object {
  // Like the server: milliseconds here, microseconds in lists.
  const time = (value: string): string => value.replace(/(\.\d{3})\d*Z$/, `$1${zone}`);
  return {
    ...connection,
    // Not returned.
    last_refresh_failure: undefined,
    refresh_exhausted: undefined,
    created_at: time(connection.created_at),
    updated_at: time(connection.updated_at),
    last_fetched_at: connection.last_fetched_at && time(connection.last_fetched_at),
    credentials: credentials["type"] === "NONE" ? {} : credentials,
  };
}

/** A value without its refresh tokens, however deep they are and however they are spelled. */
export function withoutRefreshTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRefreshTokens);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name.replaceAll(/[^a-z]/gi, "").toLowerCase() !== "refreshtoken")
      .map(([name, member]) => [name, withoutRefreshTokens(member)]),
  );
}
