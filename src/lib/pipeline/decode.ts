import { redactor } from "../call/redact.js";
import type { ReceivedResponse } from "../call/received-response.js";
import { type Result, err, ok } from "../call/result.js";
import type { ResponseSpec, ResponseStatus } from "../spec/responses.js";
import type { CompiledOperation } from "../spec/operation-spec.js";
import { APIError, APIProblem, type ErrorResponse } from "../errors/status.js";
import { ResponseValidationError, issue } from "../errors/validation.js";
import { decode, isObject } from "../schema/base.js";
import type { Schema } from "../schema/types.js";
import type { TransportResponse } from "../web/transport-response.js";

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

/**
 * Finds the declared response that a response matches. An exact status takes precedence over its
 * range, and the range over `default`; the media type must match too. An undeclared 2xx status
 * counts as the declared success of its media type: a 201 instead of a 200 is no reason to fail a
 * call that worked.
 */
export function matchResponse(
  { responses }: CompiledOperation,
  response: TransportResponse,
): AnyResponseSpec | undefined {
  const { status } = response;
  const media = mediaTypeOf(response);
  const success = status >= 200 && status < 300;
  const declaredFor = (declared?: ResponseStatus): readonly AnyResponseSpec[] =>
    responses.filter((r) => success === !r.error && r.status === (declared ?? r.status));
  for (const declared of [status, rangeOf(status), "default"] as const) {
    const candidates = declaredFor(declared);
    const spec = matchMediaType(candidates, media);
    // A declared status with an undeclared media type matches nothing else.
    if (spec || (candidates[0] && (declared === status || !success))) return spec;
  }
  return success ? matchMediaType(declaredFor(), media) : undefined;
}

/** The range of a status: `4XX`. */
export function rangeOf(status: number): ResponseStatus {
  return `${`${status}`[0]}XX` as ResponseStatus; // or one that no document declares
}

function matchMediaType(
  specs: readonly AnyResponseSpec[],
  media: string,
): AnyResponseSpec | undefined {
  return (
    specs.find((r) => r.media !== undefined && mediaTypesMatch(r.media, media)) ??
    specs.find((r) => r.read === "empty") ??
    // Without a `Content-Type`, assume the declared one: servers forget the header more often than
    // they send an undeclared type.
    (media === "" ? specs[0] : undefined)
  );
}

/**
 * Compares media types without parameters, in lower case (RFC 9110 section 8.3.1). JSON types match
 * each other, as `application/problem+json` is JSON too.
 */
function mediaTypesMatch(declared: string, media: string): boolean {
  if (declared === media || (JSON_MEDIA.test(declared) && JSON_MEDIA.test(media))) return true;
  const [start = "", range] = declared.split("*");
  return range !== undefined && media.startsWith(start);
}

/** `application/json`, `text/json` and every `+json` (RFC 6839 section 3.1). */
const JSON_MEDIA = /^(application|text)\/json$|\+json$/;

function mediaTypeOf(response: TransportResponse): string {
  return (response.headers.get("content-type") ?? "").replace(/;.*/s, "").trim().toLowerCase();
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

/** Parses a body. Returns `undefined`, which is not a JSON value, if it is not valid JSON. */
export function parseJSON(content: string | Uint8Array): unknown {
  try {
    return JSON.parse(content as string);
  } catch {
    return undefined;
  }
}

/**
 * The error of an error response. A declared one keeps its class even if its body is invalid:
 * `data$` has what was sent.
 */
function errorOf({ call, response, spec, content }: ReceivedResponse): unknown {
  const json = parseJSON(content);
  // Error bodies are always read as strings.
  const body = (content as string).slice(0, MAX_ERROR_BODY_LENGTH);
  const errorResponse: ErrorResponse = { response, body, json, redact: redactor(call) };
  if (!spec?.schema)
    return mediaTypeOf(response) === "application/problem+json" && response.status > 299
      ? new APIProblem(errorResponse, isObject(json) ? json : {})
      : new APIError(errorResponse);
  let data = json ?? {};
  try {
    const decoded = decode(spec.schema, parseJSON(content));
    if (decoded.ok) data = decoded.value ?? data;
  } catch {
    // Nested too deeply to decode: keep the parsed body.
  }
  // The caller has checked that there is an error class.
  const DeclaredError = spec.error as new (response: ErrorResponse, data: unknown) => unknown;
  return new DeclaredError(errorResponse, data);
}
