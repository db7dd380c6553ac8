import { redactor } from "../call/redact.js";
import type { ReceivedResponse } from "../call/received-response.js";
import { type Result, err, ok } from "../call/result.js";
import type { ResponseSpec } from "../spec/responses.js";
import { APIError, APIProblem, type ErrorResponse } from "../errors/status.js";
import { ResponseValidationError, issue } from "../errors/validation.js";
import { decode, isObject } from "../schema/base.js";
import type { Schema } from "../schema/types.js";
import { parseJSON } from "../web/json.js";
import { mediaTypeOf } from "./match-response.js";

type AnyResponseSpec = ResponseSpec<unknown, unknown>;

/** How much of an error's body is kept, in characters. */
const MAX_ERROR_BODY_LENGTH = 65_536;

/** Converts a response to the result of the call: its value, or its error. */
export function decodeResponse(received: ReceivedResponse): Result<unknown, unknown> {
  const { spec, content } = received;
  if (spec === undefined || spec.error) return err(errorOf(received));
  if (spec.read === "json") return decodeJSON(spec, received);
  return ok(spec.read === "empty" ? undefined : content);
}

/** Decodes a JSON response, which always has a schema. */
function decodeJSON(
  { schema }: AnyResponseSpec,
  { response: { status }, content }: ReceivedResponse,
): Result<unknown, ResponseValidationError> {
  try {
    const decoded = decode(schema as Schema<unknown>, JSON.parse(content as string));
    if (decoded.ok) return decoded;
    // Parsed again for `rawValue`, because decoding has changed the valid members in place.
    return err(new ResponseValidationError(status, decoded.issues, parseJSON(content)));
  } catch (cause) {
    // Besides the parser, a recursive schema throws if the value is nested too deeply.
    const expected = content === "" ? "JSON, received an empty body" : "valid JSON";
    const issues = [issue([], `expected ${expected}`, "invalid_json")];
    return err(new ResponseValidationError(status, issues, content, { cause }));
  }
}

/**
 * The error of an error response. A declared one keeps its class even if its body is invalid:
 * `data$` has what was sent.
 */
function errorOf({ call, response, spec, content, json }: ReceivedResponse): unknown {
  // Error bodies are always read as strings.
  const body = (content as string).slice(0, MAX_ERROR_BODY_LENGTH);
  const errorResponse: ErrorResponse = { response, body, json, redact: redactor(call) };
  if (!spec?.schema)
    return mediaTypeOf(response) === "application/problem+json" && response.status > 299
      ? new APIProblem(errorResponse, isObject(json) ? json : {})
      : new APIError(errorResponse);
  let data = json ?? {};
  try {
    // A copy: the message of the error is made from what was sent.
    const decoded = decode(spec.schema, json, false);
    if (decoded.ok) data = decoded.value ?? data;
  } catch {
    // Nested too deeply to decode: keep the parsed body.
  }
  // The caller has checked that there is an error class.
  const DeclaredError = spec.error as new (response: ErrorResponse, data: unknown) => unknown;
  return new DeclaredError(errorResponse, data);
}
