import type { NangoStoredConnection } from "./state.js";

/** A connection as lists return it. */
export function connectionSummary(connection: NangoStoredConnection): object {
  const { id, connection_id, provider_config_key, provider, errors, end_user, tags, metadata } =
    connection;
  const created = connection.created_at.replace("Z", "+00:00");
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
  credentials: Readonly<Record<string, unknown>>,
): object {
  // Like the server: milliseconds here, microseconds in lists.
  const time = (value: string): string => value.replace(/(\.\d{3})\d*Z$/, `$1${zone}`);
  return {
    ...connection,
    created_at: time(connection.created_at),
    updated_at: time(connection.updated_at),
    last_fetched_at: connection.last_fetched_at && time(connection.last_fetched_at),
    credentials,
  };
}
