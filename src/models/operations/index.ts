/** Requests of the root SDK, by platform. */
export type {
  AmpersandConnectionRequest,
  AmpersandGenerateRequest,
  AmpersandGetRequest,
  AmpersandListRequest,
  AmpersandUpdateAuthorizationRequest,
  AmpersandUpdateRequest,
} from "../../ampersand/platform.js";
