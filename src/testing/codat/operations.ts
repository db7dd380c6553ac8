import { type EmulatedResponse, empty, json } from "../messages.js";
import { type Context, requireBody, requireConnection, toWire } from "./context.js";
import { addConnection } from "./create-state.js";

/** `create-connection`. A second request creates a second connection. */
export function create(context: Context): EmulatedResponse {
  const { state, clock, companyId, errorResponse } = context;
  const body = requireBody(context, stringIssue);
  if ("error" in body) return body.error;
  const key = String(body.value["platformKey"] ?? "");
  if (!/^[a-z]{4}$/.test(key)) {
    const item = { itemId: "platformKey", message: "platformKey must be four letters." };
    const items = [{ ...item, validatorName: "Body" }];
    return errorResponse(400, "The body did not pass validation.", items);
  }
  if (!Object.hasOwn(state.integrations, key))
    return errorResponse(404, `There is no integration ${key}.`);
  return json(200, toWire(addConnection(state, clock, { companyId, integrationKey: key })));
}

/** `get-connection`. */
export function get(context: Context): EmulatedResponse {
  const connection = requireConnection(context);
  return "error" in connection ? connection.error : json(200, toWire(connection.value));
}

/** `delete-connection`: a 200 without a body, and a 404 the second time. */
export function remove(context: Context): EmulatedResponse {
  const connection = requireConnection(context);
  if ("error" in connection) return connection.error;
  const { state } = context;
  state.connections = state.connections.filter((other) => other !== connection.value);
  return empty(200);
}

/**
 * `unlink-connection`. A body without a status changes nothing. Only a linked connection can be
 * unlinked.
 */
export function unlink(context: Context): EmulatedResponse {
  const connection = requireConnection(context);
  if ("error" in connection) return connection.error;
  const body = requireBody(context, (name, value) =>
    name === "status" && value !== null && value !== "Unlinked"
      ? "status must be Unlinked."
      : undefined,
  );
  if ("error" in body) return body.error;
  if (body.value["status"] === "Unlinked") {
    if (connection.value.status !== "Linked") {
      return context.errorResponse(400, "Only a linked connection can be unlinked.");
    }
    connection.value.status = "Unlinked";
  }
  return json(200, toWire(connection.value));
}

/** `update-connection-authorization`: stores the credentials, and links the connection. */
export function updateAuthorization(context: Context): EmulatedResponse {
  const connection = requireConnection(context);
  if ("error" in connection) return connection.error;
  const body = requireBody(context, stringIssue);
  if ("error" in body) return body.error;
  connection.value.credentials = body.value as Readonly<Record<string, string>>; // all are strings
  connection.value.status = "Linked";
  return json(200, toWire(connection.value));
}

function stringIssue(name: string, value: unknown): string | undefined {
  return typeof value === "string" ? undefined : `${name} must be a text.`;
}
