// Written by sdkwright. Change the document or the generator, not this file.
export { ListConnectionsInputValidationProblem } from "./listconnections.js";
export {
  GenerateConnectionInputValidationProblem,
  GenerateConnectionConnectionsInputValidationProblem,
} from "./generateconnection.js";
export { GetConnectionInputValidationProblem } from "./getconnection.js";
export { UpdateConnectionInputValidationProblem } from "./updateconnection.js";
export { OauthUpdateInputValidationProblem } from "./oauthupdate.js";
export { CustomAuthConnectInputValidationProblem } from "./customauthconnect.js";
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
