import { type EmulatedResponse, empty } from "../../messages.js";
import { type Context, needConnection } from "../context.js";

/** `DeleteConnection`: answers nothing, and a refusal the second time. */
export function remove(context: Context): EmulatedResponse {
  const connection = needConnection(context);
  if ("refusal" in connection) return connection.refusal;
  const { state } = context;
  state.connections = state.connections.filter((other) => other !== connection.value);
  return empty(204);
}
