// Written by sdkwright. Change the document or the generator, not this file.
export {
  CreateConnectionRequestBody,
  CreateConnectionRequest,
  type CreateConnectionResponse,
} from "./createconnection.js";
export { ListConnectionsRequest, type ListConnectionsResponse } from "./listconnections.js";
export { GetConnectionRequest, type GetConnectionResponse } from "./getconnection.js";
export { DeleteConnectionRequest, type DeleteConnectionResponse } from "./deleteconnection.js";
export { UnlinkConnectionRequest, type UnlinkConnectionResponse } from "./unlinkconnection.js";
export {
  UpdateConnectionAuthorizationRequest,
  type UpdateConnectionAuthorizationResponse,
} from "./updateconnectionauthorization.js";
