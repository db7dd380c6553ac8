import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, connectionsOf, requireConnector } from "../context.js";

/** `ListConnections`: every connection of the connector, in an envelope. */
export function list(context: Context): EmulatedResponse {
  const target = requireConnector(context);
  if ("error" in target) return target.error;
  const connections = connectionsOf(context.state, target.value).map(
    ({ connectionKey, config }) => ({
      connection_key: connectionKey,
      connection_config: withoutSecrets(config),
    }),
  );
  return json(200, { connections });
}

/** The settings of a connection without its secrets. */
export function withoutSecrets(config: Readonly<Record<string, unknown>>): object {
  const isSecret = /password|secret|token|code|private_key|connection_data/;
  return Object.fromEntries(Object.entries(config).filter(([name]) => !isSecret.test(name)));
}
