import type { Answer, AnswerStatus } from "./answers.js";
import type { Received } from "./attempt.js";
import { APIError, APIProblem, type FailedAnswer } from "./errors/status.js";
import { ResponseValidationError, issue } from "./errors/validation.js";
import type { Compiled } from "./operation.js";
import { maskOf } from "./promise.js";
import { type Result, err, ok } from "./result.js";
import { decode, isObject } from "./schema/base.js";
import type { Reply } from "./transport.js";

type AnyAnswer = Answer<unknown, unknown>;

/** How much of an error's body is kept, in characters. */
const MOST_TEXT = 65_536;

/** Makes the result of an answer: the value, or the error that it stands for. */
export function decodeReply(received: Received): Result<unknown, unknown> {
  const { call, reply } = received;
  const answer = answerFor(call.operation, reply);
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
  const range = `${Math.floor(status / 100)}XX`;
  const success = status >= 200 && status < 300;
  for (const wanted of [status, range, "default"] as AnswerStatus[]) {
    const found = operation.answers.filter(
      (a) => a.status === wanted && (success ? !a.error : a.error),
    );
    const answer = byMedia(found, media);
    if (answer !== undefined) return answer;
    // Declared, but with another media type: not what the description means.
    if (found.length > 0 && wanted === status) return undefined;
  }
  return success
    ? byMedia(
        operation.answers.filter((a) => !a.error),
        media,
      )
    : undefined;
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
  if (declared === media || declared === "*/*" || (isJson(declared) && isJson(media))) return true;
  return declared.endsWith("/*") && media.startsWith(declared.slice(0, -1));
}

function isJson(media: string): boolean {
  return media === "application/json" || media === "text/json" || media.endsWith("+json");
}

function mediaOf(reply: Reply): string {
  return (reply.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

function value(
  answer: AnyAnswer,
  { reply, content }: Received,
): Result<unknown, ResponseValidationError> {
  const parsed = parse(content);
  const { status } = reply;
  if (!parsed.ok) {
    const what = content === "" ? "an empty body" : "a body that is none";
    return err(
      new ResponseValidationError(
        status,
        [issue([], `expected JSON, received ${what}`, "invalid_json")],
        content,
        { cause: parsed.error },
      ),
    );
  }
  if (answer.schema === undefined) return ok(parsed.value);
  try {
    const checked = decode(answer.schema, parsed.value);
    if (checked.ok) return ok(checked.value);
    // Decoding changes in place what fits, so the body is parsed again: what is kept is what the server sent.
    return err(new ResponseValidationError(status, checked.issues, reparse(content)));
  } catch (cause) {
    return err(
      new ResponseValidationError(
        status,
        [issue([], "expected a value that can be walked", "too_deep")],
        content,
        { cause },
      ),
    );
  }
}

function reparse(content: string | Uint8Array): unknown {
  const again = parse(content);
  return again.ok ? again.value : content;
}

function parse(content: string | Uint8Array): Result<unknown, unknown> {
  try {
    return ok(JSON.parse(String(content)));
  } catch (error) {
    return err(error);
  }
}

/** A declared error keeps its class even where its body does not fit: what could be read is in `data$`. */
function typed(answer: AnyAnswer, received: Received): unknown {
  const parsed = parse(received.content);
  const json = parsed.ok ? parsed.value : undefined;
  let data = json ?? {};
  try {
    if (answer.schema !== undefined && json !== undefined) {
      const checked = decode(answer.schema, json);
      if (checked.ok) data = checked.value as object; // whatever the schema makes of it
    }
  } catch {
    // Too deep to be walked; the parsed body has to do.
  }
  const Failure = answer.error as new (answer: FailedAnswer, data: unknown) => unknown; // asked by the caller
  return new Failure(failed(received, json), data);
}

function undeclared(received: Received): APIError | APIProblem {
  const { reply, content } = received;
  const media = mediaOf(reply);
  const parsed = isJson(media) || media === "" ? parse(content) : undefined;
  const json = parsed?.ok ? parsed.value : undefined;
  const isProblem =
    media === "application/problem+json" && (reply.status < 200 || reply.status > 299);
  const answer = failed(received, json);
  return isProblem ? new APIProblem(answer, isObject(json) ? json : {}) : new APIError(answer);
}

function failed({ call, reply, content }: Received, json: unknown): FailedAnswer {
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  return { reply, body: text.slice(0, MOST_TEXT), json, mask: maskOf(call.secrets) };
}
