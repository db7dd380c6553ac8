import { type EmulatedResponse, empty } from "../../messages.js";
import { type Context, requireConnection } from "../context.js";

/** `deleteConnection`: a 204, and a 404 the second time. */
export function remove(context: Context): EmulatedResponse {
  const connection = requireConnection(context, false);
  if ("error" in connection) return connection.error;
  const { state } = context;
  state.connections = state.connections.filter((other) => other !== connection.value);
  return empty(204);
}
