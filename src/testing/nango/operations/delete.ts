import { json } from "../../messages.js";
import { type Operation, requireIntegration } from "../context.js";
import { errorResponse } from "../errors.js";
import { findConnection } from "../state.js";

/** `DELETE /connections/{connectionId}`. An unknown connection is a 400 without a message. */
export const remove: Operation = {
  scope: "delete",
  query: ["provider_config_key"],
  handle(context) {
    const integration = requireIntegration(context);
    if ("error" in integration) return integration.error;
    const { state, connectionId } = context;
    const connection = findConnection(state, connectionId, integration.value);
    if (!connection) return errorResponse(400, "unknown_connection");
    state.connections = state.connections.filter((one) => one !== connection);
    return json(200, { success: true });
  },
};
