// Written by sdkwright. Change the document or the generator, not this file.
export {
  CreateMetadataRequestBody,
  CreateMetadataCreatedResponseBody,
  type CreateMetadataRequest,
  type CreateMetadataResponse,
} from "./createmetadata.js";
export {
  UpdateMetadataRequestBody,
  UpdateMetadataResponseBody,
  type UpdateMetadataRequest,
  type UpdateMetadataResponse,
} from "./updatemetadata.js";
export { ListConnectionsRequest, type ListConnectionsResponse } from "./listconnections.js";
export type { UpsertConnectionRequest, UpsertConnectionResponse } from "./upsertconnection.js";
export { GetConnectionRequest, type GetConnectionResponse } from "./getconnection.js";
export { UpdateConnectionRequest, type UpdateConnectionResponse } from "./updateconnection.js";
export { DeleteConnectionRequest, type DeleteConnectionResponse } from "./deleteconnection.js";
