import { json } from "../../messages.js";
import { type Operation, needBody, needIntegration } from "../context.js";
import { refuse } from "../errors.js";
import { patchShape } from "../shape.js";
import { findConnection, findIntegration } from "../state.js";
import { endUserOf, readTags, tagsOf } from "../tags.js";
import type { NangoWirePatch } from "../wire.js";

/** `PATCH /connections/{connectionId}`. An end user replaces the tags as well. */
export const patch: Operation = {
  scope: "update",
  query: ["provider_config_key"],
  answer(context) {
    const integration = needIntegration(context);
    if ("refusal" in integration) return integration.refusal;
    const body = needBody<NangoWirePatch>(context, patchShape);
    if ("refusal" in body) return body.refusal;
    const { state, clock, connectionId } = context;
    if (!findIntegration(state, integration.value)) {
      return refuse(400, "unknown_provider_config", { message: "Unknown integration" });
    }
    const connection = findConnection(state, connectionId, integration.value);
    if (!connection) return refuse(404, "not_found", { message: "No such connection" });
    const { tags, end_user, webhook_url_override } = body.value;
    const kept = readTags({ ...(end_user && tagsOf(end_user)), ...tags }, ["tags"]);
    if (Array.isArray(kept["path"])) {
      return refuse(400, "invalid_body", { errors: [kept as never] });
    }
    if (tags || end_user) connection.tags = kept as Record<string, string>;
    if (end_user) connection.end_user = endUserOf(end_user);
    if (webhook_url_override !== undefined) {
      connection.webhook_url_override = webhook_url_override || null;
    }
    connection.updated_at = clock.stamp();
    return json(200, { success: true });
  },
};
