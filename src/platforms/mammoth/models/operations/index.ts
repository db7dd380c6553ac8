// Written by sdkwright. Change the document or the generator, not this file.
export {
  ListConnectionsRequest,
  type ListConnectionsResponse,
  SaveConnectionRequest,
  type SaveConnectionResponse,
  GetConnectionRequest,
  type GetConnectionResponse,
  UpdateConnectionRequest,
  type UpdateConnectionResponse,
  DeleteConnectionRequest,
  type DeleteConnectionResponse,
  GetActiveConnectorsRequest,
  type GetActiveConnectorsResponse,
} from "./connections.js";
export {
  ListWorkspaceConnectorsRequest,
  type ListWorkspaceConnectorsResponse,
} from "./connectors.js";
export { GetJobRequest, type GetJobResponse } from "./jobs.js";
