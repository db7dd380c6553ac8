// Written by sdkwright. Change the document or the generator, not this file.
export {
  ErrorBodyExtra,
  ErrorBodyExtraWire,
  ErrorBody,
  ErrorBodyWire,
  ConnectionPatchRequest,
  ConnectionPatchRequestWire,
} from "./components/shared.js";
export {
  ConnectionConfig,
  ConnectionConfigWire,
  GetConnectionSchema,
  GetConnectionSchemaWire,
  ListConnectionsSchema,
  ListConnectionsSchemaWire,
  ConnectionPatchOp,
  ConnectionPatchOpWire,
  OauthTokenExchangeResponse,
  OauthTokenExchangeResponseWire,
  ObjectJobSchema,
  ObjectJobSchemaWire,
  SaveConnectionResult,
  SaveConnectionResultWire,
} from "./components/connections.js";
export {
  Connector,
  ConnectorWire,
  ConnectorList,
  ConnectorListWire,
} from "./components/connectors.js";
export { JobSchema, JobSchemaWire, JobResponse, JobResponseWire } from "./components/jobs.js";
export {
  ListConnectionsRequest,
  ListConnectionsRequestWire,
  SaveConnectionRequest,
  SaveConnectionRequestWire,
  GetConnectionRequest,
  GetConnectionRequestWire,
  UpdateConnectionRequest,
  UpdateConnectionRequestWire,
  DeleteConnectionRequest,
  DeleteConnectionRequestWire,
  GetActiveConnectorsRequest,
  GetActiveConnectorsRequestWire,
} from "./operations/connections.js";
export {
  ListWorkspaceConnectorsRequest,
  ListWorkspaceConnectorsRequestWire,
} from "./operations/connectors.js";
export { GetJobRequest, GetJobRequestWire } from "./operations/jobs.js";
export { override } from "../../../lib/zod/json-schema.js";
