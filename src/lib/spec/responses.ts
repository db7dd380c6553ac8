import { APIError, type ErrorResponse, type TypedErrorClass } from "../errors/status.js";
import type { Schema } from "../schema/types.js";

/** The status that an answer is for: one, a range, or whatever no other answer names. */
export type ResponseStatus = number | "1XX" | "2XX" | "3XX" | "4XX" | "5XX" | "default";

/**
 * What an operation can be answered with: a status, a media type and how to read the body. Values made by the functions
 * below, so that a bundle holds only the readers that its operations name.
 */
export interface ResponseSpec<out Value, out Failure> {
  readonly status: ResponseStatus;
  /** The media type without parameters, or `undefined` for an answer without a body. */
  readonly media: string | undefined;
  /** How the transport's body is read before `schema` sees it. */
  readonly read: "json" | "text" | "bytes" | "empty";
  readonly schema?: Schema<unknown> | undefined;
  /** Set for failures. */
  readonly error?: (new (answer: ErrorResponse, data: never) => Failure) | undefined;
  /** Carries the type only. */
  readonly value?: Value;
}

/** A success with a JSON body. */
export function json<T>(
  status: ResponseStatus,
  schema: Schema<T>,
  media = "application/json",
): ResponseSpec<T, never> {
  return { status, media, read: "json", schema };
}

/** A success with a text body. */
export function text(status: ResponseStatus, media = "text/plain"): ResponseSpec<string, never> {
  return { status, media, read: "text" };
}

/** A success with a body of octets. */
export function bytes(
  status: ResponseStatus,
  media = "application/octet-stream",
): ResponseSpec<Uint8Array, never> {
  return { status, media, read: "bytes" };
}

/** A success without a body. */
export function empty(status: ResponseStatus): ResponseSpec<void, never> {
  return { status, media: undefined, read: "empty" };
}

/** A declared failure with a JSON body: becomes an error of the given class. */
export function jsonError<Data, E>(
  status: ResponseStatus,
  error: TypedErrorClass<Data, E>,
  schema: Schema<Data>,
  media = "application/json",
): ResponseSpec<never, E> {
  return { status, media, read: "json", schema, error };
}

/** A declared failure with a problem document (RFC 9457) as its body. */
export function problemError<Data, E>(
  status: ResponseStatus,
  error: TypedErrorClass<Data, E>,
  schema: Schema<Data>,
): ResponseSpec<never, E> {
  return jsonError(status, error, schema, "application/problem+json");
}

/**
 * A declared failure without a class of its own. An explicit status takes precedence over its range, and both over `default`
 * (OpenAPI 3.1, section 4.8.16), so it is not taken for what stands there.
 */
export function apiError(status: ResponseStatus): ResponseSpec<never, never> {
  const error = APIError as never; // among the errors of every operation
  return { status, media: undefined, read: "text", error };
}
