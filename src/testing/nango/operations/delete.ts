import { json } from "../../messages.js";
import { type Operation, needIntegration } from "../context.js";
import { refuse } from "../errors.js";
import { findConnection } from "../state.js";

/** `DELETE /connections/{connectionId}`. An unknown connection is a 400 without a message. */
export const remove: Operation = {
  scope: "delete",
  query: ["provider_config_key"],
  answer(context) {
    const integration = needIntegration(context);
    if ("refusal" in integration) return integration.refusal;
    const { state, connectionId } = context;
    const connection = findConnection(state, connectionId, integration.value);
    if (!connection) return refuse(400, "unknown_connection");
    state.connections = state.connections.filter((one) => one !== connection);
    return json(200, { success: true });
  },
};
