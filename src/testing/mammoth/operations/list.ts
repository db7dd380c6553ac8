import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, connectionsAt, needPlace } from "../context.js";

/** `ListConnections`: all of them, in an envelope. */
export function list(context: Context): EmulatedResponse {
  const place = needPlace(context);
  if ("refusal" in place) return place.refusal;
  const connections = connectionsAt(context.state, place.value).map(
    ({ connectionKey, config }) => ({
      connection_key: connectionKey,
      connection_config: withoutSecrets(config),
    }),
  );
  return json(200, { connections });
}

/** What of the settings is shown. */
export function withoutSecrets(config: Readonly<Record<string, unknown>>): object {
  const isSecret = /password|secret|token|code|private_key|connection_data/;
  return Object.fromEntries(Object.entries(config).filter(([name]) => !isSecret.test(name)));
}
