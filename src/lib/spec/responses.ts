import { APIError, type ErrorResponse, type TypedErrorClass } from "../errors/status.js";
import type { Schema } from "../schema/types.js";
import type { TransportResponse } from "../web/transport-response.js";
import { type BodyReader, bytesReader, textReader } from "./body-readers.js";

/** The status of a declared response: a code, a range, or `default` for all others. */
export type ResponseStatus = number | "1XX" | "2XX" | "3XX" | "4XX" | "5XX" | "default";

/** What a response is, besides its body. */
export interface ReadResponse {
  /** The media type without parameters, in lower case; empty if there is none. */
  readonly media: string;
  readonly response: TransportResponse;
}

/**
 * A declared response of an operation: its status, its media type and how to read its body. Created
 * by the functions below.
 */
export interface ResponseSpec<out Value, out Failure> {
  /** The status that it is declared for. */
  readonly status: ResponseStatus;
  /** The media type without parameters, or `undefined` for a response without a body. */
  readonly media: string | undefined;
  /** The media type to ask for, if it is not `media`. */
  readonly accept?: string;
  /** How to read the body before it is validated by `schema`. */
  readonly read: "json" | "text" | "bytes" | "empty";
  /** How to read a success that is not JSON. */
  readonly reader?: BodyReader;
  /** Parses a body in another format to the value that JSON would have. Set by `xml`. */
  readonly parse?: (text: string) => unknown;
  /** The schema of a JSON body. */
  readonly schema?: Schema<unknown> | undefined;
  /** The error class of an error response; `undefined` for a success. */
  readonly error?: (new (errorResponse: ErrorResponse, data: never) => Failure) | undefined;
  /** Whether the body is left unread, for `wrap` to make a stream of it. */
  readonly isStream?: boolean;
  /**
   * Changes the result of a call. Set by `byContentType`, `headersInResult` and streams, which also
   * get the call and the client that it was made with.
   */
  readonly wrap?:
    | (<R extends object>(result: R, received: ReadResponse, sending?: unknown) => R)
    | undefined;
  /** Carries the type only. Never set. */
  readonly value?: Value;
}

/** Returns a `wrap` that makes the value of a call from the one that was read. */
export function wrapValue(
  change: (value: unknown, received: ReadResponse, sending: unknown) => unknown,
): NonNullable<ResponseSpec<never, never>["wrap"]> {
  return (result, received, sending) =>
    "value" in result ? { ...result, value: change(result.value, received, sending) } : result;
}

/** A success with a JSON body. */
export function json(
  status: ResponseStatus,
  schema: Schema<unknown>,
  media = "application/json",
): ResponseSpec<never, never> {
  return { status, media, read: "json", schema };
}

/** A success with a text body. */
export function text(status: ResponseStatus, media = "text/plain"): ResponseSpec<string, never> {
  return { status, media, read: "text", reader: textReader };
}

/**
 * A success with a binary body. Arbitrary bytes (RFC 2046 section 4.5.1), and a file that the
 * document declares as JSON, may come under any media type: servers send the file's own.
 */
export function bytes(
  status: ResponseStatus,
  media = "application/octet-stream",
): ResponseSpec<Uint8Array, never> {
  const isAny = /\/octet-stream$|[/+]json$/.test(media);
  return {
    status,
    media: isAny ? "*/*" : media,
    accept: media,
    read: "bytes",
    reader: bytesReader,
  };
}

/** A success without a body. */
export function empty(status: ResponseStatus): ResponseSpec<void, never> {
  return { status, media: undefined, read: "empty" };
}

/** A declared error response with a JSON body. Becomes an error of the given class. */
export function jsonError(
  status: ResponseStatus,
  error: TypedErrorClass<never, unknown>,
  schema: Schema<unknown>,
  media = "application/json",
): ResponseSpec<never, never> {
  return { status, media, read: "json", schema, error: error as never }; // the annotation has it
}

/** A declared error response with a problem document (RFC 9457). */
export function problemError(
  status: ResponseStatus,
  error: TypedErrorClass<never, unknown>,
  schema: Schema<unknown>,
): ResponseSpec<never, never> {
  return jsonError(status, error, schema, "application/problem+json");
}

/**
 * A declared error response without an error class of its own. It must be listed, because a status
 * takes precedence over its range, and both over `default` (OpenAPI 3.1 section 4.8.16).
 */
export function apiError(status: ResponseStatus): ResponseSpec<never, never> {
  const error = APIError as never; // in the error type of every operation
  return { status, media: undefined, read: "text", error };
}
