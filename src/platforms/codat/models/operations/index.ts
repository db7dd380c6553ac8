// Written by sdkwright. Change the document or the generator, not this file.
export {
  CreateConnectionRequestBody,
  ListConnectionsRequest,
  type ListConnectionsResponse,
  CreateConnectionRequest,
  type CreateConnectionResponse,
  GetConnectionRequest,
  type GetConnectionResponse,
  DeleteConnectionRequest,
  type DeleteConnectionResponse,
  UnlinkConnectionRequest,
  type UnlinkConnectionResponse,
  UpdateConnectionAuthorizationRequest,
  type UpdateConnectionAuthorizationResponse,
} from "./connections.js";
export { ListCompaniesRequest, type ListCompaniesResponse } from "./companies.js";
