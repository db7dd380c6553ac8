import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, isObject, needBody, needConnection } from "../context.js";
import { type MammothIssue, refuseIssues } from "../refuse.js";
import { withoutSecrets } from "./list.js";

/** `UpdateConnection`: the one patch that there is. The value takes the place of all that was there. */
export function update(context: Context): EmulatedResponse {
  const connection = needConnection(context);
  if ("refusal" in connection) return connection.refusal;
  const body = needBody(context);
  if ("refusal" in body) return body.refusal;
  const { patch } = body.value;
  const { method, path } = context.call;
  const issues = Array.isArray(patch)
    ? patch.flatMap((op: unknown, i) => opIssues(op, `patch[${i}]`))
    : [issue("patch", "Expected `array`")];
  if (issues.length > 0) return refuseIssues(method, path, issues);
  for (const { value } of patch as readonly { value: Record<string, unknown> }[]) {
    connection.value.config = value; // has just been checked
  }
  const { connectionKey, config } = connection.value;
  return json(200, { connection_key: connectionKey, connection_config: withoutSecrets(config) });
}

function opIssues(op: unknown, at: string): MammothIssue[] {
  if (!isObject(op)) return [issue(at, "Expected `object`")];
  return [
    ...(op["op"] === "replace" ? [] : [issue(`${at}.op`, "Expected `replace`")]),
    ...(op["path"] === "connection" ? [] : [issue(`${at}.path`, "Expected `connection`")]),
    ...(isObject(op["value"]) ? [] : [issue(`${at}.value`, "Expected `object`")]),
  ];
}

function issue(key: string, message: string): MammothIssue {
  return { key, message, source: "body" };
}
