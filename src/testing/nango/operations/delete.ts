import { json } from "../../messages.js";
import { type Operation, pathOf, queryOf } from "../context.js";
import { Refused } from "../errors.js";
import { connectionQuery } from "../schemas.js";
import { findConnection } from "../state.js";

/** `DELETE /connections/{connectionId}`. An unknown connection is a 400 without a message. */
export const remove: Operation = {
  scopes: ["delete"],
  handle(context) {
    const connectionId = pathOf(context);
    const { provider_config_key } = queryOf(context, connectionQuery);
    const { state } = context;
    const connection = findConnection(state, connectionId, provider_config_key);
    if (!connection) throw new Refused(400, "unknown_connection");
    state.connections = state.connections.filter((one) => one !== connection);
    return json(200, { success: true });
  },
};
