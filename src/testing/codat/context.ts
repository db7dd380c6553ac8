import type { Clock } from "../clock.js";
import { type EmulatedRequest, type EmulatedResponse, isJson, parseJson } from "../messages.js";
import type { Refuse, ValidationItem } from "./errors.js";
import type { CodatState, CodatStoredConnection } from "./state.js";
import type { WireConnection } from "./wire.js";

/** What an operation works with. */
export interface Context {
  readonly state: CodatState;
  readonly clock: Clock;
  readonly refuse: Refuse;
  readonly call: EmulatedRequest;
  readonly companyId: string;
  /** Empty where the path has none. */
  readonly connectionId: string;
}

/** One operation of the API. */
export type Operation = (context: Context) => EmulatedResponse;

/** Something found, or the reply that says why not. */
export type Found<T> = { readonly value: T } | { readonly refusal: EmulatedResponse };

/** The connection of the path, of the company of the path. */
export function needConnection(context: Context): Found<CodatStoredConnection> {
  const { state, companyId, connectionId, refuse } = context;
  const value = state.connections.find(
    (connection) => connection.id === connectionId && connection.companyId === companyId,
  );
  return value
    ? { value }
    : { refusal: refuse(404, `The company has no connection ${connectionId}.`) };
}

/** The body of the request as a JSON object; `check` says what is wrong with its members. */
export function needBody(
  { call, refuse }: Context,
  check: (name: string, value: unknown) => string | undefined,
): Found<Readonly<Record<string, unknown>>> {
  if (!isJson(call.headers.get("content-type"))) {
    return { refusal: refuse(415, "The body must be sent as application/json.") };
  }
  const body = parseJson(call.body);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { refusal: refuse(400, "The body is no JSON object.") };
  }
  const items = Object.entries(body).flatMap(([name, value]): ValidationItem[] => {
    const message = check(name, value);
    return message === undefined ? [] : [{ itemId: name, message, validatorName: "Body" }];
  });
  if (items.length > 0) return { refusal: refuse(400, "The body did not pass validation.", items) };
  return { value: body as Readonly<Record<string, unknown>> }; // looked at just above
}

/** A stored connection as the API answers it. */
export function show(connection: CodatStoredConnection): WireConnection {
  const { companyId: _, credentials: __, ...wire } = structuredClone(connection);
  return wire;
}
