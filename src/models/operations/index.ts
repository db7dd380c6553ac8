/** Requests of the root SDK, by platform. */
export type {
  AmpersandConnectionRequest,
  AmpersandGenerateRequest,
  AmpersandGetRequest,
  AmpersandListRequest,
  AmpersandNewCredentials,
  AmpersandUpdateAuthorizationRequest,
  AmpersandUpdateRequest,
} from "../../ampersand/platform.js";
export type {
  CodatConnectionRequest,
  CodatGenerateRequest,
  CodatListRequest,
  CodatUpdateAuthorizationRequest,
} from "../../codat/platform.js";
export type {
  MammothConnectionRequest,
  MammothGenerateRequest,
  MammothGetRequest,
  MammothListRequest,
  MammothUpdateRequest,
} from "../../mammoth/platform.js";
export type {
  NangoConnectionRequest,
  NangoGenerateRequest,
  NangoGetRequest,
  NangoListRequest,
  NangoMetadataRequest,
  NangoUpdateAuthorizationRequest,
  NangoUpdateRequest,
} from "../../nango/platform.js";
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
} from "../../ampersand/models/operations/index.js";
