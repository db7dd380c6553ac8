// Written by sdkwright. Change the document or the generator, not this file.
export {
  GetConnectionRefresh,
  ListConnectionsRequest,
  type ListConnectionsResponse,
  GenerateConnectionRequest,
  type GenerateConnectionResponse,
  GetConnectionRequest,
  type GetConnectionResponse,
  UpdateConnectionRequest,
  type UpdateConnectionResponse,
  DeleteConnectionRequest,
  type DeleteConnectionResponse,
  OauthUpdateRequest,
  type OauthUpdateResponse,
  type OauthConnectRequest,
  type OauthConnectResponse,
  type CustomAuthConnectRequest,
  type CustomAuthConnectResponse,
} from "./connections.js";
export type { ListProjectsResponse } from "./projects.js";
