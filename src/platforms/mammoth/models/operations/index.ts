// Written by sdkwright. Change the document or the generator, not this file.
export { ListConnectionsRequest, type ListConnectionsResponse } from "./listconnections.js";
export { SaveConnectionRequest, type SaveConnectionResponse } from "./saveconnection.js";
export { GetConnectionRequest, type GetConnectionResponse } from "./getconnection.js";
export { UpdateConnectionRequest, type UpdateConnectionResponse } from "./updateconnection.js";
export { DeleteConnectionRequest, type DeleteConnectionResponse } from "./deleteconnection.js";
export {
  GetActiveConnectorsRequest,
  type GetActiveConnectorsResponse,
} from "./getactiveconnectors.js";
export { GetJobRequest, type GetJobResponse } from "./getjob.js";
