// Written by sdkwright. Change the document or the generator, not this file.
export { ErrorBody, ErrorBodyExtra, ConnectionPatchRequest } from "./shared.js";
export {
  ConcernType,
  ConnectionConfig,
  GetConnectionSchema,
  ListConnectionsSchema,
  ConnectionPatchOp,
  SaveConnectionResult,
  OauthTokenExchangeResponse,
  ObjectJobSchema,
} from "./connections.js";
export { ConnectorList, Connector } from "./connectors.js";
export { JobResponse, JobSchema, JobStatus } from "./jobs.js";
