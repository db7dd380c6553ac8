/** Requests of the root SDK, by platform. */
export type {
  AmpersandConnectionRequest,
  AmpersandGenerateRequest,
  AmpersandGetRequest,
  AmpersandListRequest,
  AmpersandNewCredentials,
  AmpersandUpdateAuthorizationRequest,
  AmpersandUpdateRequest,
} from "../../platforms/ampersand/requests.js";
export type {
  CodatConnectionRequest,
  CodatGenerateRequest,
  CodatListRequest,
  CodatUpdateAuthorizationRequest,
} from "../../platforms/codat/requests.js";
export type {
  MammothConnectionRequest,
  MammothGenerateRequest,
  MammothGetRequest,
  MammothListRequest,
  MammothUpdateRequest,
} from "../../platforms/mammoth/requests.js";
export type {
  NangoConnectionRequest,
  NangoGenerateRequest,
  NangoGetRequest,
  NangoListRequest,
  NangoMetadataRequest,
  NangoUpdateAuthorizationRequest,
  NangoUpdateRequest,
} from "../../platforms/nango/requests.js";
/** What `sdk.connection`, deprecated, takes and answers: Ampersand's own objects. */
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
