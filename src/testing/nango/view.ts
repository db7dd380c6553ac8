import type { NangoStoredConnection } from "./state.js";

/** A connection as lists show it. */
export function summary(connection: NangoStoredConnection): object {
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

/** A connection on its own. `zone` is how the endpoint writes UTC; `credentials` what of them may be seen. */
export function whole(
  connection: NangoStoredConnection,
  zone: "+00:00" | "Z",
  credentials: Readonly<Record<string, unknown>>,
): object {
  // Milliseconds here, microseconds in lists: the server's own habit.
  const time = (text: string): string => text.replace(/(\.\d{3})\d*Z$/, `$1${zone}`);
  return {
    ...connection,
    created_at: time(connection.created_at),
    updated_at: time(connection.updated_at),
    last_fetched_at: connection.last_fetched_at && time(connection.last_fetched_at),
    credentials,
  };
}
