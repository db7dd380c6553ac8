import { type EmulatedResponse, empty, json } from "../messages.js";
import { type Context, needBody, needConnection, show } from "./context.js";
import { addConnection } from "./create-state.js";

/** `create-connection`. A second request of the same kind makes a second connection. */
export function create(context: Context): EmulatedResponse {
  const { state, clock, companyId, refuse } = context;
  const body = needBody(context, text);
  if ("refusal" in body) return body.refusal;
  const key = String(body.value["platformKey"] ?? "");
  if (!/^[a-z]{4}$/.test(key)) {
    const item = { itemId: "platformKey", message: "platformKey must be four letters." };
    const items = [{ ...item, validatorName: "Body" }];
    return refuse(400, "The body did not pass validation.", items);
  }
  if (!Object.hasOwn(state.integrations, key))
    return refuse(404, `There is no integration ${key}.`);
  return json(200, show(addConnection(state, clock, { companyId, integrationKey: key })));
}

/** `get-connection`. */
export function get(context: Context): EmulatedResponse {
  const connection = needConnection(context);
  return "refusal" in connection ? connection.refusal : json(200, show(connection.value));
}

/** `delete-connection`: answers 200 and nothing, and 404 the second time. */
export function remove(context: Context): EmulatedResponse {
  const connection = needConnection(context);
  if ("refusal" in connection) return connection.refusal;
  const { state } = context;
  state.connections = state.connections.filter((other) => other !== connection.value);
  return empty(200);
}

/** `unlink-connection`. A body without a status changes nothing; a connection that is not linked cannot be unlinked. */
export function unlink(context: Context): EmulatedResponse {
  const connection = needConnection(context);
  if ("refusal" in connection) return connection.refusal;
  const body = needBody(context, (name, value) =>
    name === "status" && value !== null && value !== "Unlinked"
      ? "status must be Unlinked."
      : undefined,
  );
  if ("refusal" in body) return body.refusal;
  if (body.value["status"] === "Unlinked") {
    if (connection.value.status !== "Linked") {
      return context.refuse(400, "Only a linked connection can be unlinked.");
    }
    connection.value.status = "Unlinked";
  }
  return json(200, show(connection.value));
}

/** `update-connection-authorization`: the values are kept, and the connection is linked again. */
export function updateAuthorization(context: Context): EmulatedResponse {
  const connection = needConnection(context);
  if ("refusal" in connection) return connection.refusal;
  const body = needBody(context, text);
  if ("refusal" in body) return body.refusal;
  connection.value.credentials = body.value as Readonly<Record<string, string>>; // each is a text
  connection.value.status = "Linked";
  return json(200, show(connection.value));
}

function text(name: string, value: unknown): string | undefined {
  return typeof value === "string" ? undefined : `${name} must be a text.`;
}
