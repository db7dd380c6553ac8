import { type EmulatedResponse, empty } from "../../messages.js";
import { type Context, needConnection } from "../context.js";

/** `deleteConnection`: answers nothing, and 404 the second time. */
export function remove(context: Context): EmulatedResponse {
  const connection = needConnection(context, false);
  if ("refusal" in connection) return connection.refusal;
  const { state } = context;
  state.connections = state.connections.filter((other) => other !== connection.value);
  return empty(204);
}
