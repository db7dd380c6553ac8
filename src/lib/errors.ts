/** Every error of the SDK. */
import type {
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  UnexpectedClientError,
} from "./errors/client.js";
import type { APIError, APIProblem } from "./errors/status.js";
import type { ResponseValidationError, SDKValidationError } from "./errors/validation.js";

/** The errors that any call can end with; an operation adds its own typed ones. */
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

export { SDKError } from "./errors/base.js";
export {
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  UnexpectedClientError,
  UnsupportedOperationError,
} from "./errors/client.js";
export {
  APIError,
  APIProblem,
  type FailedAnswer,
  type Problem,
  TypedError,
  type TypedErrorClass,
} from "./errors/status.js";
export { ResponseValidationError, SDKValidationError, issue } from "./errors/validation.js";
