// Written by sdkwright. Change the document or the generator, not this file.
export { Response400 } from "./response400.js";
export { Response404 } from "./response404.js";
export { Response424 } from "./response424.js";
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
