import type { z } from "zod";
import type { Clock } from "../clock.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import type { Allows } from "./auth.js";
import { Refused } from "./errors.js";
import { readQuery } from "./read-query.js";
import { connectionPath } from "./schemas.js";
import {
  type NangoScope,
  type NangoState,
  type NangoStoredConnection,
  findConnection,
} from "./state.js";

/** The input of an operation: a request, and the state that it reads and changes. */
export interface Context {
  readonly state: NangoState;
  readonly clock: Clock;
  readonly allows: Allows;
  readonly request: EmulatedRequest;
  /** The JSON body. `undefined` without one. */
  readonly body: unknown;
  /** The connection id of the path, decoded. Empty if the path has none. */
  readonly connectionId: string;
}

/** An operation of the API. */
export interface Operation {
  /** The scopes of which the key must have one. */
  readonly scopes: readonly NangoScope[];
  /** Handles the request, or throws {@link Refused}. */
  readonly handle: (context: Context) => EmulatedResponse;
}

/** Refuses a request with a key that has none of the scopes of the operation. */
export function checkScope({ allows }: Context, { scopes }: Operation): void {
  if (scopes.some((scope) => allows(scope))) return;
  const names = scopes.map((scope) =>
    scope.includes(":") ? `environment:${scope}` : `environment:connections:${scope}`,
  );
  const required = names.length > 1 ? "Required one of" : "Required";
  const message = `Insufficient scope. ${required}: ${names.join(" or ")}`;
  throw new Refused(403, "forbidden", { message });
}

/** The query of the request. Refuses one that does not fit the schema. */
export function queryOf<Value>({ request }: Context, schema: z.ZodType<Value>): Value {
  return check(schema, readQuery(request.query), "invalid_query_params");
}

/** The body of the request. Refuses one that does not fit the schema. */
export function bodyOf<Value>({ body }: Context, schema: z.ZodType<Value>): Value {
  return check(schema, body, "invalid_body");
}

/** The connection id of the path. Refuses one that the server could not have made. */
export function pathOf({ connectionId }: Context): string {
  return check(connectionPath, { connectionId }, "invalid_uri_params").connectionId;
}

function check<Value>(schema: z.ZodType<Value>, value: unknown, code: string): Value {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const errors = error.issues.map((issue) => ({
    code: issue.code,
    message: issue.message,
    path: issue.path.map(String),
  }));
  throw new Refused(400, code, { errors });
}

/** The connection of an integration. Refuses the request if either does not exist. */
export function connectionOf(
  { state }: Context,
  connectionId: string,
  integration: string,
): NangoStoredConnection {
  if (!state.integrations.some((one) => one.provider_config_key === integration)) {
    // The server's words.
    throw new Refused(400, "unknown_provider_config", { message: "Provider does not exists" });
  }
  const connection = findConnection(state, connectionId, integration);
  if (!connection) throw new Refused(404, "not_found", { message: "Failed to find connection" });
  return connection;
}
