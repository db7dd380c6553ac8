import type { PlatformTypes } from "../../vocabulary/verbs.js";
import type { SDKOptions } from "../../../platforms/nango/core.js";
import type {
  Connection as FullConnection,
  ConnectionSummary,
} from "../../../platforms/nango/models/components/connections.js";
import type {
  Response404,
  Response424,
} from "../../../platforms/nango/models/errors/connections.js";
import type { Response400 } from "../../../platforms/nango/models/errors/shared.js";
import type {
  NangoConnectionRequest,
  NangoCoordinates,
  NangoGenerateRequest,
  NangoGetRequest,
  NangoListRequest,
  NangoScopesRequest,
  NangoMetadataRequest,
  NangoUpdateAuthorizationRequest,
  NangoUpdateRequest,
} from "./requests.js";

/** Options of `nango()`: `apiKey`, and any client options. */
export type NangoOptions = SDKOptions;

/**
 * Nango's own connection: from lists a summary without credentials, from other operations the whole
 * object.
 */
export type NangoConnection = FullConnection | ConnectionSummary;

/** The types of Nango in the unified API: `SDK<NangoPlatform>`. */
export interface NangoPlatform extends PlatformTypes {
  readonly name: "nango";
  readonly raw: NangoConnection;
  readonly coordinates: NangoCoordinates;
  readonly verbs: {
    readonly list: { readonly request: NangoListRequest; readonly error: Response400 };
    readonly generate: {
      readonly request: NangoGenerateRequest;
      readonly error: Response400 | Response404 | Response424;
      readonly signsIn: true;
    };
    readonly get: {
      readonly request: NangoGetRequest;
      readonly error: Response400 | Response404 | Response424;
    };
    readonly update: {
      readonly request: NangoUpdateRequest;
      readonly error: Response400 | Response404 | Response424;
    };
    readonly delete: {
      readonly request: NangoConnectionRequest;
      readonly error: Response400 | Response404;
    };
    readonly updateAuthorization: {
      readonly request: NangoUpdateAuthorizationRequest;
      readonly error: Response400 | Response404 | Response424;
      readonly signsIn: true;
    };
    readonly check: {
      readonly request: NangoConnectionRequest;
      readonly error: Response400 | Response404 | Response424;
    };
    readonly "metadata.set": {
      readonly request: NangoMetadataRequest;
      readonly error: Response400 | Response404;
    };
    readonly "metadata.update": {
      readonly request: NangoMetadataRequest;
      readonly error: Response400 | Response404;
    };
    readonly scopes: { readonly request: NangoScopesRequest; readonly error: never };
  };
}
