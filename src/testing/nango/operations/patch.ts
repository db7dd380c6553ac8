import { json } from "../../messages.js";
import { type Operation, requireBody, requireIntegration } from "../context.js";
import { errorResponse } from "../errors.js";
import { patchShape } from "../shape.js";
import { findConnection, findIntegration } from "../state.js";
import { endUserOf, readTags, tagsOf } from "../tags.js";
import type { NangoWirePatch } from "../wire.js";

/** `PATCH /connections/{connectionId}`. An end user also replaces the tags. */
export const patch: Operation = {
  scope: "update",
  query: ["provider_config_key"],
  handle(context) {
    const integration = requireIntegration(context);
    if ("error" in integration) return integration.error;
    const body = requireBody<NangoWirePatch>(context, patchShape);
    if ("error" in body) return body.error;
    const { state, clock, connectionId } = context;
    if (!findIntegration(state, integration.value)) {
      return errorResponse(400, "unknown_provider_config", { message: "Unknown integration" });
    }
    const connection = findConnection(state, connectionId, integration.value);
    if (!connection) return errorResponse(404, "not_found", { message: "No such connection" });
    const { tags, end_user, webhook_url_override } = body.value;
    const stored = readTags({ ...(end_user && tagsOf(end_user)), ...tags }, ["tags"]);
    if (Array.isArray(stored["path"])) {
      return errorResponse(400, "invalid_body", { errors: [stored as never] });
    }
    if (tags || end_user) connection.tags = stored as Record<string, string>;
    if (end_user) connection.end_user = endUserOf(end_user);
    if (webhook_url_override !== undefined) {
      connection.webhook_url_override = webhook_url_override || null;
    }
    connection.updated_at = clock.timestamp();
    return json(200, { success: true });
  },
};
