import type { Clock } from "../clock.js";
import { type EmulatedRequest, type EmulatedResponse, isJson, parseJson } from "../messages.js";
import type { ErrorFactory, ValidationItem } from "./errors.js";
import type { CodatState, CodatStoredConnection } from "./state.js";
import type { WireConnection } from "./wire.js";

/** The input of an operation: a request, and the state that it reads and changes. */
export interface Context {
  readonly state: CodatState;
  readonly clock: Clock;
  readonly errorResponse: ErrorFactory;
  readonly request: EmulatedRequest;
  /** The company of the path. Empty if the path has none. */
  readonly companyId: string;
  /** The connection of the path. Empty if the path has none. */
  readonly connectionId: string;
}

/** An operation of the API. */
export type Operation = (context: Context) => EmulatedResponse;

/** What was looked up, or the error response if it is missing or invalid. */
export type Lookup<T> = { readonly value: T } | { readonly error: EmulatedResponse };

/** The connection of the path. */
export function requireConnection(context: Context): Lookup<CodatStoredConnection> {
  const { state, companyId, connectionId, errorResponse } = context;
  const value = state.connections.find(
    (connection) => connection.id === connectionId && connection.companyId === companyId,
  );
  return value
    ? { value }
    : { error: errorResponse(404, `The company has no connection ${connectionId}.`) };
}

/**
 * The body of the request, a JSON object.
 *
 * @param check - Returns the error message for an invalid member.
 */
export function requireBody(
  { request, errorResponse }: Context,
  check: (name: string, value: unknown) => string | undefined,
): Lookup<Readonly<Record<string, unknown>>> {
  if (!isJson(request.headers.get("content-type"))) {
    return { error: errorResponse(415, "The body must be sent as application/json.") };
  }
  const body = parseJson(request.body);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { error: errorResponse(400, "The body is no JSON object.") };
  }
  const items = Object.entries(body).flatMap(([name, value]): ValidationItem[] => {
    const message = check(name, value);
    return message === undefined ? [] : [{ itemId: name, message, validatorName: "Body" }];
  });
  if (items.length > 0)
    return { error: errorResponse(400, "The body did not pass validation.", items) };
  return { value: body as Readonly<Record<string, unknown>> }; // checked above
}

/** A stored connection as the API returns it. */
export function toWire(connection: CodatStoredConnection): WireConnection {
  const { companyId: _, credentials: __, ...wire } = structuredClone(connection);
  return wire;
}
