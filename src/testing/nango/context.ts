import type { Clock } from "../clock.js";
import { type EmulatedRequest, type EmulatedResponse, isJson, parseJson } from "../messages.js";
import type { Allows } from "./auth.js";
import { errorResponse } from "./errors.js";
import { type Shape, checkShape, unrecognized } from "./shape.js";
import type { NangoScope, NangoState } from "./state.js";

/** The input of an operation: a request, and the state that it reads and changes. */
export interface Context {
  readonly state: NangoState;
  readonly clock: Clock;
  readonly allows: Allows;
  readonly request: EmulatedRequest;
  /** The connection id of the path, decoded. Empty if the path has none. */
  readonly connectionId: string;
}

/** An operation of the API. */
export interface Operation {
  /** The scope that the key must have. */
  readonly scope: NangoScope;
  /** The names of the query parameters. All others are refused. `tags` means `tags[...]`. */
  readonly query: readonly string[];
  /** Handles the request. */
  readonly handle: (context: Context) => EmulatedResponse;
}

/** The error response if the scope, the query or the path of a request is invalid. */
export function requestError(context: Context, operation: Operation): EmulatedResponse | undefined {
  const { request, connectionId } = context;
  if (!context.allows(operation.scope)) {
    return errorResponse(403, "forbidden", { message: "The API key lacks the scope." });
  }
  const keys = [...request.query.keys()];
  const unknown = keys.filter(
    (key) => !operation.query.includes(key.replace(/^tags\[.+\]$/, "tags")),
  );
  if (unknown.length > 0) {
    return errorResponse(400, "invalid_query_params", { errors: [unrecognized(unknown, [])] });
  }
  const ids = /^[a-zA-Z0-9,.;:=+~[\]|@${}"'\\/_ -]{0,255}$/;
  if (ids.test(connectionId)) return undefined;
  const errors = [{ code: "invalid_format", message: "Invalid id", path: ["connectionId"] }];
  return errorResponse(400, "invalid_uri_params", { errors });
}

/** The JSON body of the request, or the error response if it does not have the shape. */
export function requireBody<T>(
  { request }: Context,
  shape: Shape,
): { value: T } | { error: EmulatedResponse } {
  const type = request.headers.get("content-type");
  if (type !== null && !isJson(type)) return { error: errorResponse(415, "invalid_content_type") };
  const value = parseJson(request.body === "" ? "{}" : request.body);
  if (value === undefined) return { error: errorResponse(400, "invalid_json") };
  const errors = checkShape(value, shape);
  if (errors.length > 0) return { error: errorResponse(400, "invalid_body", { errors }) };
  return { value: value as T }; // has the shape
}

/** The integration of the query, which every operation on one connection requires. */
export function requireIntegration({
  request,
}: Context): { value: string } | { error: EmulatedResponse } {
  const value = request.query.get("provider_config_key") ?? "";
  if (/^[a-zA-Z0-9~:.@ _-]{1,255}$/.test(value)) return { value };
  const errors = [{ code: "invalid_type", message: "Required", path: ["provider_config_key"] }];
  return { error: errorResponse(400, "invalid_query_params", { errors }) };
}
