// Written by connections-sdk-generator. Change the document or the generator, not this file.
export { ListConnectionsRequest, type ListConnectionsResponse } from "./listconnections.js";
export type { UpsertConnectionRequest, UpsertConnectionResponse } from "./upsertconnection.js";
export { GetConnectionRequest, type GetConnectionResponse } from "./getconnection.js";
export { UpdateConnectionRequest, type UpdateConnectionResponse } from "./updateconnection.js";
export { DeleteConnectionRequest, type DeleteConnectionResponse } from "./deleteconnection.js";
export type { CreateMetadataRequest, CreateMetadataResponse } from "./createmetadata.js";
export type { UpdateMetadataRequest, UpdateMetadataResponse } from "./updatemetadata.js";
