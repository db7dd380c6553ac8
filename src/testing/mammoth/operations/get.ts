import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, flagIssue, requireConnection } from "../context.js";
import { validationError } from "../errors.js";
import { withoutSecrets } from "./list.js";

const CONCERNS: ReadonlySet<string> = new Set(["profiles", "ds_config_spec"]);

/**
 * `GetConnection`. The vendor's document has no schema for the response, so the emulator has its
 * own: the connection, and the information that the concern asks for.
 */
export function get(context: Context): EmulatedResponse {
  const { request } = context;
  const connection = requireConnection(context);
  if ("error" in connection) return connection.error;
  const concern = request.query.get("concern") ?? "profiles";
  const issues = [
    ...flagIssue(request.query, "folders_only"),
    ...(CONCERNS.has(concern)
      ? []
      : [{ message: `Invalid enum value '${concern}'`, key: "concern", source: "query" } as const]),
  ];
  if (issues.length > 0) return validationError(request.method, request.path, issues);
  const { connectionKey, config } = connection.value;
  return json(200, {
    connection_key: connectionKey,
    connection_config: withoutSecrets(config),
    [concern]: concern === "profiles" ? ["public", "archive"] : { tables: [], limit: 100 },
  });
}
