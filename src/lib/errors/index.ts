/** The errors of the runtime core. */
import type {
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  UnexpectedClientError,
} from "./client.js";
import type { APIError, APIProblem } from "./status.js";
import type { ResponseValidationError, SDKValidationError } from "./validation.js";

/** The errors that any call can return. An operation adds its own typed errors. */
export type ClientError =
  | APIError
  | APIProblem
  | ResponseValidationError
  | SDKValidationError
  | ConnectionError
  | RequestTimeoutError
  | RequestAbortedError
  | InvalidRequestError
  | UnexpectedClientError;

export { SDKError } from "./base.js";
export type { ErrorKind } from "./kind.js";
export type { RateLimit } from "./rate-limit.js";
export {
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  UnexpectedClientError,
  UnsupportedOperationError,
} from "./client.js";
export {
  APIError,
  APIProblem,
  type ErrorResponse,
  type Problem,
  TypedError,
  type TypedErrorClass,
} from "./status.js";
export { ResponseValidationError, SDKValidationError, issue } from "./validation.js";
