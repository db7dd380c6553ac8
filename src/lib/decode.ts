import type { Answer, AnswerStatus } from "./answers.js";
import type { Received } from "./attempt.js";
import { APIError, APIProblem, type FailedAnswer } from "./errors/status.js";
import { ResponseValidationError, issue } from "./errors/validation.js";
import type { Compiled } from "./spec.js";
import { maskOf } from "./promise.js";
import { type Result, err, ok } from "./result.js";
import { decode, isObject } from "./schema/base.js";
import type { Schema } from "./schema/types.js";
import type { Reply } from "./reply.js";

type AnyAnswer = Answer<unknown, unknown>;

/** How much of an error's body is kept, in characters. */
const MOST_TEXT = 65_536;

/** Makes the result of an answer: the value, or the error that it stands for. */
export function decodeReply(received: Received): Result<unknown, unknown> {
  const { answer } = received;
  if (answer === undefined) return err(undeclared(received));
  if (answer.error) return err(typed(answer, received));
  if (answer.read === "empty") return ok(undefined);
  if (answer.read !== "json") return ok(received.content);
  return value(answer, received);
}

/**
 * Which of its declared answers an operation got. The exact status goes before its range, and that before `default`; the
 * media type must fit. A 2xx that is not declared counts as the declared success of its media type: a 201 where the
 * description says 200 is no reason to lose what the server did.
 */
export function answerFor(operation: Compiled, reply: Reply): AnyAnswer | undefined {
  const { status } = reply;
  const media = mediaOf(reply);
  const range = `${String(status)[0]}XX`;
  const success = status >= 200 && status < 300;
  const possible = operation.answers.filter((a) => success === (a.error === undefined));
  for (const wanted of [status, range, "default"] as AnswerStatus[]) {
    const found = possible.filter((a) => a.status === wanted);
    const answer = byMedia(found, media);
    if (answer !== undefined) return answer;
    // Declared, but with another media type: not what the description means.
    if (found.length > 0 && wanted === status) return undefined;
  }
  return success ? byMedia(possible, media) : undefined;
}

function byMedia(answers: readonly AnyAnswer[], media: string): AnyAnswer | undefined {
  return (
    answers.find((a) => a.media !== undefined && fits(a.media, media)) ??
    answers.find((a) => a.read === "empty") ??
    // Servers forget the header more often than they answer in a type that nobody declared.
    (media === "" ? answers[0] : undefined)
  );
}

/** Media types without parameters, in lower case (RFC 9110 section 8.3.1). JSON types fit each other: `application/problem+json` is JSON. */
function fits(declared: string, media: string): boolean {
  if (declared === media || (isJson(declared) && isJson(media))) return true;
  const [start, range] = declared.split("*");
  return range !== undefined && media.startsWith(start as string); // a split has a first part
}

function isJson(media: string): boolean {
  return media === "application/json" || media === "text/json" || media.endsWith("+json");
}

function mediaOf(reply: Reply): string {
  return (reply.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** The value of a JSON answer, which always has a schema. */
function value(
  answer: AnyAnswer,
  { reply, content }: Received,
): Result<unknown, ResponseValidationError> {
  try {
    const checked = decode(answer.schema as Schema<unknown>, JSON.parse(String(content)));
    if (checked.ok) return ok(checked.value);
    // Decoding changes in place what fits, so the body is parsed again: what is kept is what the server sent.
    const raw = jsonOf(content);
    return err(new ResponseValidationError(reply.status, checked.issues, raw));
  } catch (cause) {
    // The other thing that throws here is a schema that contains itself, on a value too deep to be walked.
    const what = content === "" ? "JSON, received an empty body" : "JSON that can be read";
    const issues = [issue([], `expected ${what}`, "invalid_json")];
    return err(new ResponseValidationError(reply.status, issues, content, { cause }));
  }
}

/** The body as JSON; `undefined`, which JSON does not have, where it is none. */
export function jsonOf(content: string | Uint8Array): unknown {
  try {
    return JSON.parse(String(content));
  } catch {
    return undefined;
  }
}

/** A declared error keeps its class even where its body does not fit: what could be read is in `data$`. */
function typed(answer: AnyAnswer, received: Received): unknown {
  const json = jsonOf(received.content);
  let data = json ?? {};
  try {
    const checked = decode(answer.schema as Schema<unknown>, json);
    if (checked.ok) data = checked.value ?? data;
  } catch {
    // Too deep to be walked; the parsed body has to do.
  }
  const Failure = answer.error as new (answer: FailedAnswer, data: unknown) => unknown; // asked by the caller
  return new Failure(failed(received, json), data);
}

function undeclared(received: Received): APIError | APIProblem {
  const json = jsonOf(received.content);
  const answer = failed(received, json);
  const { reply } = received;
  return mediaOf(reply) === "application/problem+json" && reply.status > 299
    ? new APIProblem(answer, isObject(json) ? json : {})
    : new APIError(answer);
}

function failed({ call, reply, content }: Received, json: unknown): FailedAnswer {
  // Errors are read as text, whatever the success would be.
  return { reply, body: String(content).slice(0, MOST_TEXT), json, mask: maskOf(call.secrets) };
}
