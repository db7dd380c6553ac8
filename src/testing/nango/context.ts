import type { Clock } from "../clock.js";
import { type EmulatedRequest, type EmulatedResponse, isJson, parseJson } from "../messages.js";
import type { Allows } from "./auth.js";
import { refuse } from "./errors.js";
import { type Shape, checkShape, unrecognized } from "./shape.js";
import type { NangoScope, NangoState } from "./state.js";

/** What an operation works with. */
export interface Context {
  readonly state: NangoState;
  readonly clock: Clock;
  readonly allows: Allows;
  readonly call: EmulatedRequest;
  /** The id in the path, decoded; empty where the path has none. */
  readonly connectionId: string;
}

/** One operation of the API. */
export interface Operation {
  /** What a key has to allow. */
  readonly scope: NangoScope;
  /** Names of query parameters; others are refused. `tags` stands for `tags[...]`. */
  readonly query: readonly string[];
  readonly answer: (context: Context) => EmulatedResponse;
}

/** What is wrong with the query, the path or the right to ask. */
export function refusalOf(context: Context, operation: Operation): EmulatedResponse | undefined {
  const { call, connectionId } = context;
  if (!context.allows(operation.scope)) {
    return refuse(403, "forbidden", { message: "The API key lacks the scope." });
  }
  const keys = [...call.query.keys()];
  const unknown = keys.filter(
    (key) => !operation.query.includes(key.replace(/^tags\[.+\]$/, "tags")),
  );
  if (unknown.length > 0) {
    return refuse(400, "invalid_query_params", { errors: [unrecognized(unknown, [])] });
  }
  const ids = /^[a-zA-Z0-9,.;:=+~[\]|@${}"'\\/_ -]{0,255}$/;
  if (ids.test(connectionId)) return undefined;
  const errors = [{ code: "invalid_format", message: "Invalid id", path: ["connectionId"] }];
  return refuse(400, "invalid_uri_params", { errors });
}

/** The body as JSON of a shape, or the reply that says why not. */
export function needBody<T>(
  { call }: Context,
  shape: Shape,
): { value: T } | { refusal: EmulatedResponse } {
  const type = call.headers.get("content-type");
  if (type !== null && !isJson(type)) return { refusal: refuse(415, "invalid_content_type") };
  const value = parseJson(call.body === "" ? "{}" : call.body);
  if (value === undefined) return { refusal: refuse(400, "invalid_json") };
  const errors = checkShape(value, shape);
  if (errors.length > 0) return { refusal: refuse(400, "invalid_body", { errors }) };
  return { value: value as T }; // The shape has just been checked.
}

/** The integration in the query, which every operation on one connection needs. */
export function needIntegration({
  call,
}: Context): { value: string } | { refusal: EmulatedResponse } {
  const value = call.query.get("provider_config_key") ?? "";
  if (/^[a-zA-Z0-9~:.@ _-]{1,255}$/.test(value)) return { value };
  const errors = [{ code: "invalid_type", message: "Required", path: ["provider_config_key"] }];
  return { refusal: refuse(400, "invalid_query_params", { errors }) };
}
