import { json } from "../../messages.js";
import { type Operation, bodyOf, connectionOf, pathOf, queryOf } from "../context.js";
import { endUserOf, tagsOf } from "../end-user.js";
import { connectionQuery, patchBody } from "../schemas.js";

/** `PATCH /connections/{connectionId}`. An end user also replaces the tags. */
export const patch: Operation = {
  scopes: ["update"],
  handle(context) {
    const { provider_config_key } = queryOf(context, connectionQuery);
    const { tags, end_user, webhook_url_override } = bodyOf(context, patchBody);
    const connection = connectionOf(context, pathOf(context), provider_config_key);
    if (tags || end_user) connection.tags = { ...tagsOf(end_user), ...tags };
    if (end_user) connection.end_user = endUserOf(end_user);
    if (webhook_url_override !== undefined) {
      connection.webhook_url_override = webhook_url_override || null;
    }
    connection.updated_at = context.clock.timestamp();
    return json(200, { success: true });
  },
};
