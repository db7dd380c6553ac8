// Written by sdkwright. Change the document or the generator, not this file.
export { Response400 } from "./shared.js";
export { Response404, Response424 } from "./connections.js";
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
