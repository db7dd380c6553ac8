// Written by sdkwright. Change the document or the generator, not this file.
export { ListConnectionsResponseBodyError } from "./listconnectionsresponsebodyerror.js";
export { ListConnectionsUnauthorizedError } from "./listconnectionsunauthorizederror.js";
export { SaveConnectionResponseBodyError } from "./saveconnectionresponsebodyerror.js";
export { SaveConnectionUnauthorizedError } from "./saveconnectionunauthorizederror.js";
export { GetConnectionResponseBodyError } from "./getconnectionresponsebodyerror.js";
export { GetConnectionUnauthorizedError } from "./getconnectionunauthorizederror.js";
export { UpdateConnectionResponseBodyError } from "./updateconnectionresponsebodyerror.js";
export { UpdateConnectionUnauthorizedError } from "./updateconnectionunauthorizederror.js";
export { DeleteConnectionResponseBodyError } from "./deleteconnectionresponsebodyerror.js";
export { DeleteConnectionUnauthorizedError } from "./deleteconnectionunauthorizederror.js";
export { GetActiveConnectorsResponseBodyError } from "./getactiveconnectorsresponsebodyerror.js";
export { GetActiveConnectorsUnauthorizedError } from "./getactiveconnectorsunauthorizederror.js";
export { GetJobResponseBodyError } from "./getjobresponsebodyerror.js";
export { GetJobUnauthorizedError } from "./getjobunauthorizederror.js";
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
