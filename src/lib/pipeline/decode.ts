import { redactor } from "../call/redact.js";
import type { ReceivedResponse } from "../call/received-response.js";
import { type Result, err, ok } from "../call/result.js";
import { APIError, APIProblem, type ErrorResponse } from "../errors/status.js";
import { ResponseValidationError, issue } from "../errors/validation.js";
import { decodeLeniently, isObject } from "../schema/base.js";
import type { Issue, Schema } from "../schema/types.js";
import { parseJSON } from "../web/json.js";

const PROBLEM = "application/problem+json";

/** How much of a body is kept by an error, in characters. */
export const MAX_ERROR_BODY_LENGTH = 65_536;

/** The result of a call, and the parts of the response that were kept although they do not fit. */
export interface DecodedResponse {
  readonly result: Result<unknown, unknown>;
  /** Redacts the issues. Most calls show them to nobody, and a list can have thousands. */
  readonly issues?: () => readonly Issue[];
}

/**
 * Converts a response to the result of the call: its value, or its error.
 *
 * @param isStrict - Whether any part that does not fit is an error.
 */
export function decodeResponse(received: ReceivedResponse, isStrict: boolean): DecodedResponse {
  const { call, response, media, spec, content } = received;
  const { status, headers } = response;
  const isSuccess = status > 199 && status < 300;
  if (spec ? spec.error : !isSuccess) return { result: err(errorOf(received)) };
  if (spec?.read === "empty") return { result: ok(undefined) };
  // A problem document is JSON too, but not the value of an operation (RFC 9457).
  const isProblem = spec?.read === "json" && spec.media !== PROBLEM && media === PROBLEM;
  if (spec === undefined || isProblem) {
    const type = redactor(call)(headers.get("content-type") ?? "");
    return unusable(received, [issue([], `undeclared content type "${type}"`)], content);
  }
  // Part of a body would pass for all of it (RFC 9110 section 15.3.7).
  if (status === 206 && spec.status !== 206 && !call.headers["range"])
    return unusable(received, [issue([], "unrequested partial content")], content);
  return spec.read === "json"
    ? decodeJSON(spec.schema as Schema<unknown>, received, isStrict, spec.parse) // JSON has one
    : { result: ok(content) };
}

function decodeJSON(
  schema: Schema<unknown>,
  received: ReceivedResponse,
  isStrict: boolean,
  parse: (text: string) => unknown = JSON.parse,
): DecodedResponse {
  const { content } = received;
  let json: unknown;
  try {
    json = parse(content as string);
  } catch (cause) {
    const coding = received.response.headers.get("content-encoding");
    const coded = coding ? `, received Content-Encoding: ${coding}` : "";
    const expected = content === "" ? "JSON, received an empty body" : `valid JSON${coded}`;
    return unusable(received, [issue([], `expected ${expected}`, "invalid_json")], content, cause);
  }
  try {
    const { value, issues: found, isUsable } = decodeLeniently(schema, json);
    if (found.length === 0) return { result: ok(value) };
    const redact = redactor(received.call);
    // The names of members may be anything that the server received.
    const issues = (): readonly Issue[] =>
      found.map(({ code, path, message }) => ({
        code,
        path: path.map((key) => (typeof key === "string" ? redact(key) : key)),
        message,
      }));
    // Parsed again for `rawValue`, because decoding has changed the valid members in place.
    if (isStrict || !isUsable) return unusable(received, issues(), parseJSON(content));
    return { result: ok(value), issues };
  } catch (cause) {
    // A recursive schema throws if the value is nested too deeply.
    const issues = [issue([], "expected less deeply nested JSON")];
    const value = parseJSON(content);
    return isStrict
      ? unusable(received, issues, value, cause)
      : { result: ok(value), issues: () => issues };
  }
}

function unusable(
  { response, content }: ReceivedResponse,
  issues: readonly Issue[],
  rawValue: unknown,
  cause?: unknown,
): DecodedResponse {
  const body = typeof content === "string" ? content.slice(0, MAX_ERROR_BODY_LENGTH) : "";
  const error = new ResponseValidationError(response.status, issues, rawValue, { cause, body });
  return { result: err(error) };
}

/**
 * The error of an error response. A declared one keeps its class even if its body does not fit:
 * `data$` has what was sent.
 */
function errorOf(received: ReceivedResponse): unknown {
  const { call, response, media, spec, content, json, retryable = false } = received;
  // Error bodies are always read as strings.
  const body = (content as string).slice(0, MAX_ERROR_BODY_LENGTH);
  const errorResponse: ErrorResponse = {
    response,
    body,
    json,
    retryable,
    redact: redactor(call),
  };
  if (!spec?.schema)
    return media === PROBLEM
      ? new APIProblem(errorResponse, isObject(json) ? json : {})
      : new APIError(errorResponse);
  let data = json;
  try {
    // A copy: the message of the error is made from what was sent.
    data = decodeLeniently(spec.schema, json, false).value;
  } catch {
    // Nested too deeply to decode: keep the parsed body.
  }
  // The caller has checked that there is an error class.
  const DeclaredError = spec.error as new (response: ErrorResponse, data: unknown) => unknown;
  return new DeclaredError(errorResponse, data ?? {});
}
