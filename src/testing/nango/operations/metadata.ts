import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, type Operation, requireBody } from "../context.js";
import { errorResponse } from "../errors.js";
import { metadataShape } from "../shape.js";
import { type NangoStoredConnection, findConnection } from "../state.js";
import type { NangoWireMetadataChange } from "../wire.js";

/** `POST /connections/metadata`: replaces the metadata. */
export const setMetadata: Operation = {
  scope: "update",
  query: [],
  handle: (context) => change(context, 201, (_, metadata) => metadata),
};

/** `PATCH /connections/metadata`: sets members of the metadata. */
export const updateMetadata: Operation = {
  scope: "update",
  query: [],
  handle: (context) => change(context, 200, (old, metadata) => ({ ...old, ...metadata })),
};

type Metadata = NangoStoredConnection["metadata"];

/** Changes all of the connections or none. The response is what was sent. */
function change(
  context: Context,
  status: number,
  merge: (old: Metadata, metadata: Record<string, unknown>) => Metadata,
): EmulatedResponse {
  const body = requireBody<NangoWireMetadataChange>(context, metadataShape);
  if ("error" in body) return body.error;
  const { connection_id, provider_config_key, metadata } = body.value;
  const found = [connection_id]
    .flat()
    .map((id) => findConnection(context.state, id, provider_config_key));
  if (found.includes(undefined)) return errorResponse(404, "unknown_connection");
  for (const connection of found) {
    if (connection) connection.metadata = merge(connection.metadata, metadata);
  }
  return json(status, body.value);
}
