import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, type Operation, needBody } from "../context.js";
import { refuse } from "../errors.js";
import { metadataShape } from "../shape.js";
import { type NangoStoredConnection, findConnection } from "../state.js";
import type { NangoWireMetadataChange } from "../wire.js";

/** `POST /connections/metadata`: replaces. */
export const setMetadata: Operation = {
  scope: "update",
  query: [],
  answer: (context) => change(context, 201, (_, metadata) => metadata),
};

/** `PATCH /connections/metadata`: replaces the members given. */
export const updateMetadata: Operation = {
  scope: "update",
  query: [],
  answer: (context) => change(context, 200, (old, metadata) => ({ ...old, ...metadata })),
};

type Metadata = NangoStoredConnection["metadata"];

/** All of the connections or none. The answer is what was sent. */
function change(
  context: Context,
  status: number,
  merge: (old: Metadata, metadata: Record<string, unknown>) => Metadata,
): EmulatedResponse {
  const body = needBody<NangoWireMetadataChange>(context, metadataShape);
  if ("refusal" in body) return body.refusal;
  const { connection_id, provider_config_key, metadata } = body.value;
  const found = [connection_id]
    .flat()
    .map((id) => findConnection(context.state, id, provider_config_key));
  if (found.includes(undefined)) return refuse(404, "unknown_connection");
  for (const connection of found) {
    if (connection) connection.metadata = merge(connection.metadata, metadata);
  }
  return json(status, body.value);
}
