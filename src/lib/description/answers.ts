import { APIError, type FailedAnswer, type TypedErrorClass } from "../errors/status.js";
import type { Schema } from "../schema/types.js";

/** The status that an answer is for: one, a range, or whatever no other answer names. */
export type AnswerStatus = number | "1XX" | "2XX" | "3XX" | "4XX" | "5XX" | "default";

/**
 * What an operation can be answered with: a status, a media type and how to read the body. Values made by the functions
 * below, so that a bundle holds only the readers that its operations name.
 */
export interface Answer<out Value, out Failure> {
  readonly status: AnswerStatus;
  /** The media type without parameters, or `undefined` for an answer without a body. */
  readonly media: string | undefined;
  /** How the transport's body is read before `schema` sees it. */
  readonly read: "json" | "text" | "bytes" | "empty";
  readonly schema?: Schema<unknown> | undefined;
  /** Set for failures. */
  readonly error?: (new (answer: FailedAnswer, data: never) => Failure) | undefined;
  /** Carries the type only. */
  readonly value?: Value;
}

/** A success with a JSON body. */
export function json<T>(
  status: AnswerStatus,
  schema: Schema<T>,
  media = "application/json",
): Answer<T, never> {
  return { status, media, read: "json", schema };
}

/** A success with a text body. */
export function text(status: AnswerStatus, media = "text/plain"): Answer<string, never> {
  return { status, media, read: "text" };
}

/** A success with a body of octets. */
export function bytes(
  status: AnswerStatus,
  media = "application/octet-stream",
): Answer<Uint8Array, never> {
  return { status, media, read: "bytes" };
}

/** A success without a body. */
export function empty(status: AnswerStatus): Answer<void, never> {
  return { status, media: undefined, read: "empty" };
}

/** A declared failure with a JSON body: becomes an error of the given class. */
export function jsonError<Data, E>(
  status: AnswerStatus,
  error: TypedErrorClass<Data, E>,
  schema: Schema<Data>,
  media = "application/json",
): Answer<never, E> {
  return { status, media, read: "json", schema, error };
}

/** A declared failure with a problem document (RFC 9457) as its body. */
export function problemError<Data, E>(
  status: AnswerStatus,
  error: TypedErrorClass<Data, E>,
  schema: Schema<Data>,
): Answer<never, E> {
  return jsonError(status, error, schema, "application/problem+json");
}

/**
 * A declared failure without a class of its own. An explicit status takes precedence over its range, and both over `default`
 * (OpenAPI 3.1, section 4.8.16), so it is not taken for what stands there.
 */
export function plainError(status: AnswerStatus): Answer<never, never> {
  const error = APIError as never; // among the errors of every operation
  return { status, media: undefined, read: "text", error };
}
