import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, type Operation, bodyOf, queryOf } from "../context.js";
import { Refused } from "../errors.js";
import { metadataBody, noQuery } from "../schemas.js";
import { type NangoStoredConnection, findConnection } from "../state.js";

/** `POST /connections/metadata`: replaces the metadata. */
export const setMetadata: Operation = {
  scopes: ["update"],
  handle: (context) => change(context, 201, (_, metadata) => metadata),
};

/** `PATCH /connections/metadata`: sets members of the metadata. */
export const updateMetadata: Operation = {
  scopes: ["update"],
  handle: (context) => change(context, 200, (old, metadata) => ({ ...old, ...metadata })),
};

type Metadata = NangoStoredConnection["metadata"];

/** Changes all of the connections or none. The response is what was sent. */
function change(
  context: Context,
  status: number,
  merge: (old: Metadata, metadata: Record<string, unknown>) => Metadata,
): EmulatedResponse {
  queryOf(context, noQuery);
  const { connection_id, provider_config_key, metadata } = bodyOf(context, metadataBody);
  const ids = [connection_id].flat();
  const found = ids.map((id) => {
    const connection = findConnection(context.state, id, provider_config_key);
    if (connection) return connection;
    const missing = `Connection with connection id ${id} and provider config key ${provider_config_key} not found. Please make sure the connection exists in the Nango dashboard`;
    const message =
      ids.length > 1
        ? `${missing}. No actions were taken on any of the connections as a result of this failure.`
        : missing;
    throw new Refused(404, "unknown_connection", { message });
  });
  for (const connection of found) connection.metadata = merge(connection.metadata, metadata);
  return json(status, context.body);
}
