// Written by sdkwright. Change the document or the generator, not this file.
export { Refused, Unauthorized } from "./shared.js";
export {
  ListConnectionsResponseBodyError,
  ListConnectionsUnauthorizedError,
  SaveConnectionResponseBodyError,
  SaveConnectionUnauthorizedError,
  GetConnectionResponseBodyError,
  GetConnectionUnauthorizedError,
  UpdateConnectionResponseBodyError,
  UpdateConnectionUnauthorizedError,
  DeleteConnectionResponseBodyError,
  DeleteConnectionUnauthorizedError,
  GetActiveConnectorsResponseBodyError,
  GetActiveConnectorsUnauthorizedError,
} from "./connections.js";
export {
  ListWorkspaceConnectorsResponseBodyError,
  ListWorkspaceConnectorsUnauthorizedError,
} from "./connectors.js";
export { GetJobResponseBodyError, GetJobUnauthorizedError } from "./jobs.js";
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
