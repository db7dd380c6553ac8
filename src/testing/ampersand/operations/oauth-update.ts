import { type EmulatedResponse, text } from "../../messages.js";
import { type Context, requireConnection } from "../context.js";
import { validationProblem } from "../problems.js";

/** `oauthUpdate`: the URL where the customer authorizes the connection again, as plain text. */
export function oauthUpdate(context: Context): EmulatedResponse {
  const connection = requireConnection(context, false);
  if ("error" in connection) return connection.error;
  const { id, provider, authScheme, providerApp } = connection.value;
  if (!providerApp) {
    const detail = `The connection's authScheme is ${authScheme}: there is nothing to authorize again.`;
    return validationProblem(context.problem, 400, [
      { in: "path", name: "connectionId", value: id, detail },
    ]);
  }
  const query = new URLSearchParams({ client_id: providerApp.clientId, state: id });
  return text(200, `https://${provider}.example.com/authorize?${query}`);
}
