import { type EmulatedResponse, text } from "../../messages.js";
import { type Context, needConnection } from "../context.js";
import { refuseIssues } from "../problems.js";

/** `oauthUpdate`: the address at which the customer authorizes again, as plain text. */
export function oauthUpdate(context: Context): EmulatedResponse {
  const connection = needConnection(context, false);
  if ("refusal" in connection) return connection.refusal;
  const { id, provider, authScheme, providerApp } = connection.value;
  if (!providerApp) {
    const detail = `The connection's authScheme is ${authScheme}: there is nothing to authorize again.`;
    return refuseIssues(context.refuse, 400, [
      { in: "path", name: "connectionId", value: id, detail },
    ]);
  }
  const query = new URLSearchParams({ client_id: providerApp.clientId, state: id });
  return text(200, `https://${provider}.example.com/authorize?${query}`);
}
