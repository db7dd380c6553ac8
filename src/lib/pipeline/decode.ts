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
const MAX_ERROR_BODY = 65_536;

/** Makes the result of an answer: the value, or the error that it stands for. */
export function decodeResponse(received: ReceivedResponse): Result<unknown, unknown> {
  const { spec: answer, content } = received;
  if (answer === undefined || answer.error) return err(errorOf(received));
  if (answer.read === "json") return value(answer, received);
  return ok(answer.read === "empty" ? undefined : content);
}

/**
 * Which of its declared answers an operation got. The exact status goes before its range, and that before `default`; the
 * media type must fit. A 2xx that is not declared counts as the declared success of its media type: a 201 where the
 * description says 200 is no reason to lose what the server did.
 */
export function matchResponse(
  { responses: answers }: CompiledOperation,
  reply: TransportResponse,
): AnyResponseSpec | undefined {
  const { status } = reply;
  const media = mediaTypeOf(reply);
  const success = status >= 200 && status < 300;
  const fitting = (wanted?: ResponseStatus): readonly AnyResponseSpec[] =>
    answers.filter((a) => success === !a.error && a.status === (wanted ?? a.status));
  for (const wanted of [status, rangeOf(status), "default"] as const) {
    const found = fitting(wanted);
    const answer = matchMediaType(found, media);
    // Declared, but with another media type: not what the description means.
    if (answer || (found[0] && (wanted === status || !success))) return answer;
  }
  return success ? matchMediaType(fitting(), media) : undefined;
}

/** The range that a status is in: `4XX`. */
export function rangeOf(status: number): ResponseStatus {
  return `${`${status}`[0]}XX` as ResponseStatus; // or one that nobody declares
}

function matchMediaType(
  answers: readonly AnyResponseSpec[],
  media: string,
): AnyResponseSpec | undefined {
  return (
    answers.find((a) => a.media !== undefined && mediaTypesMatch(a.media, media)) ??
    answers.find((a) => a.read === "empty") ??
    // Servers forget the header more often than they answer in a type that nobody declared.
    (media === "" ? answers[0] : undefined)
  );
}

/** Media types without parameters, in lower case (RFC 9110 section 8.3.1). JSON types fit each other: `application/problem+json` is JSON. */
function mediaTypesMatch(declared: string, media: string): boolean {
  if (declared === media || (JSON_MEDIA.test(declared) && JSON_MEDIA.test(media))) return true;
  const [start = "", range] = declared.split("*");
  return range !== undefined && media.startsWith(start);
}

/** `application/json`, `text/json` and every `+json` (RFC 6839 section 3.1). */
const JSON_MEDIA = /^(application|text)\/json$|\+json$/;

function mediaTypeOf(reply: TransportResponse): string {
  return (reply.headers.get("content-type") ?? "").replace(/;.*/s, "").trim().toLowerCase();
}

/** The value of a JSON answer, which always has a schema. */
function value(
  answer: AnyResponseSpec,
  { response: reply, content }: ReceivedResponse,
): Result<unknown, ResponseValidationError> {
  try {
    const checked = decode(answer.schema as Schema<unknown>, JSON.parse(content as string));
    if (checked.ok) return checked;
    // Decoding changes in place what fits, so the body is parsed again: what is kept is what the server sent.
    return err(new ResponseValidationError(reply.status, checked.issues, parseJSON(content)));
  } catch (cause) {
    // The other thing that throws here is a schema that contains itself, on a value too deep to be walked.
    const what = content === "" ? "JSON, received an empty body" : "JSON that can be read";
    const issues = [issue([], `expected ${what}`, "invalid_json")];
    return err(new ResponseValidationError(reply.status, issues, content, { cause }));
  }
}

/** The body as JSON; `undefined`, which JSON does not have, where it is none. */
export function parseJSON(content: string | Uint8Array): unknown {
  try {
    return JSON.parse(content as string);
  } catch {
    return undefined;
  }
}

/** The error of an answer. A declared one keeps its class even where its body does not fit: what could be read is in `data$`. */
function errorOf({ call, response: reply, spec: answer, content }: ReceivedResponse): unknown {
  const json = parseJSON(content);
  // Errors are read as text, whatever the success would be.
  const body = (content as string).slice(0, MAX_ERROR_BODY);
  const failed: ErrorResponse = { response: reply, body, json, redact: redactor(call) };
  if (!answer?.schema)
    return mediaTypeOf(reply) === "application/problem+json" && reply.status > 299
      ? new APIProblem(failed, isObject(json) ? json : {})
      : new APIError(failed);
  let data = json ?? {};
  try {
    const checked = decode(answer.schema, parseJSON(content));
    if (checked.ok) data = checked.value ?? data;
  } catch {
    // Too deep to be walked; the parsed body has to do.
  }
  const Failure = answer.error as new (answer: ErrorResponse, data: unknown) => unknown; // asked by the caller
  return new Failure(failed, data);
}
