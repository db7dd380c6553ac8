import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, flagIssue, needConnection } from "../context.js";
import { refuseIssues } from "../refuse.js";
import { withoutSecrets } from "./list.js";

const CONCERNS: ReadonlySet<string> = new Set(["profiles", "ds_config_spec"]);

/**
 * `GetConnection`. The vendor gives the answer no type, so its form is the emulator's own: what the connection is, and what the
 * concern asks for.
 */
export function get(context: Context): EmulatedResponse {
  const { call } = context;
  const connection = needConnection(context);
  if ("refusal" in connection) return connection.refusal;
  const concern = call.query.get("concern") ?? "profiles";
  const issues = [
    ...flagIssue(call.query, "folders_only"),
    ...(CONCERNS.has(concern)
      ? []
      : [{ message: `Invalid enum value '${concern}'`, key: "concern", source: "query" } as const]),
  ];
  if (issues.length > 0) return refuseIssues(call.method, call.path, issues);
  const { connectionKey, config } = connection.value;
  return json(200, {
    connection_key: connectionKey,
    connection_config: withoutSecrets(config),
    [concern]: concern === "profiles" ? ["public", "archive"] : { tables: [], limit: 100 },
  });
}
