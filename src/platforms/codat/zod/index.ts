// Written by sdkwright. Change the document or the generator, not this file.
export {
  DataConnectionError,
  DataConnectionErrorWire,
  Connection,
  ConnectionWire,
  HalRef,
  HalRefWire,
  Links,
  LinksWire,
  ValidationItem,
  ValidationItemWire,
  ErrorValidation,
  ErrorValidationWire,
  ErrorMessage,
  ErrorMessageWire,
} from "./components/shared.js";
export {
  UpdateConnectionStatus,
  UpdateConnectionStatusWire,
  Connections,
  ConnectionsWire,
} from "./components/connections.js";
export { Company, CompanyWire, Companies, CompaniesWire } from "./components/companies.js";
export {
  CreateConnectionRequestBody,
  CreateConnectionRequestBodyWire,
  ListConnectionsRequest,
  ListConnectionsRequestWire,
  CreateConnectionRequest,
  CreateConnectionRequestWire,
  GetConnectionRequest,
  GetConnectionRequestWire,
  DeleteConnectionRequest,
  DeleteConnectionRequestWire,
  UnlinkConnectionRequest,
  UnlinkConnectionRequestWire,
  UpdateConnectionAuthorizationRequest,
  UpdateConnectionAuthorizationRequestWire,
} from "./operations/connections.js";
export { ListCompaniesRequest, ListCompaniesRequestWire } from "./operations/companies.js";
export { override } from "../../../lib/zod/json-schema.js";
