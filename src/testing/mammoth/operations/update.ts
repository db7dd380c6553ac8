import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, isObject, requireBody, requireConnection } from "../context.js";
import { type MammothIssue, errorResponse, validationError } from "../errors.js";
import { refusedMember, refusedMessage } from "../refused-credentials.js";
import { withoutSecrets } from "./list.js";

/** `UpdateConnection`: the only patch that exists, which replaces all settings and credentials. */
export function update(context: Context): EmulatedResponse {
  const connection = requireConnection(context);
  if ("error" in connection) return connection.error;
  const body = requireBody(context);
  if ("error" in body) return body.error;
  const { patch } = body.value;
  const { method, path } = context.request;
  const issues = Array.isArray(patch)
    ? patch.flatMap((op: unknown, i) => opIssues(op, `patch[${i}]`))
    : [issue("patch", "Expected `array`")];
  if (issues.length > 0) return validationError(method, path, issues);
  const given = patch as readonly { value: Record<string, unknown> }[]; // just checked
  const bad = given.map(({ value }) => refusedMember(value)).find((name) => name !== undefined);
  if (bad !== undefined) return errorResponse(400, refusedMessage(bad));
  for (const { value } of given) connection.value.config = value;
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
