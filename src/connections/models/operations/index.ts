/** The requests of every platform. */
export type * from "./platforms.js";
/** The requests and responses of the deprecated `sdk.connection`: Ampersand's own objects. */
export type {
  DeleteConnectionRequest,
  DeleteConnectionResponse as DeleteConnectionResponseBody,
  GenerateConnectionRequest,
  GenerateConnectionResponse,
  GetConnectionRequest,
  GetConnectionResponse,
  ListConnectionsRequest,
  ListConnectionsResponse,
} from "../../../platforms/ampersand/models/operations/index.js";
