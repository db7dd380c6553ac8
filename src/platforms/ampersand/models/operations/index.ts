// Written by sdkwright. Change the document or the generator, not this file.
export {
  GetConnectionRefresh,
  GetConnectionRequest,
  type GetConnectionResponse,
} from "./getconnection.js";
export { ListConnectionsRequest, type ListConnectionsResponse } from "./listconnections.js";
export {
  GenerateConnectionRequest,
  type GenerateConnectionResponse,
} from "./generateconnection.js";
export { UpdateConnectionRequest, type UpdateConnectionResponse } from "./updateconnection.js";
export { DeleteConnectionRequest, type DeleteConnectionResponse } from "./deleteconnection.js";
export { OauthUpdateRequest, type OauthUpdateResponse } from "./oauthupdate.js";
export type { CustomAuthConnectRequest, CustomAuthConnectResponse } from "./customauthconnect.js";
