// Written by sdkwright. Change the document or the generator, not this file.
export { ErrorMessage } from "./shared.js";
export {
  APIError,
  APIProblem,
  type ClientError,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseValidationError,
  SDKError,
  SDKValidationError,
  UnexpectedClientError,
} from "../../../../lib/index.js";
