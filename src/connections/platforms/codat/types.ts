import type { PlatformTypes } from "../../vocabulary/verbs.js";
import type { SDKOptions } from "../../../platforms/codat/core.js";
import type { Connection } from "../../../platforms/codat/models/components/shared.js";
import type { ErrorMessage } from "../../../platforms/codat/models/errors/shared.js";
import type {
  CodatConnectionRequest,
  CodatCoordinates,
  CodatGenerateRequest,
  CodatListRequest,
  CodatScopesRequest,
  CodatUpdateAuthorizationRequest,
} from "./requests.js";

/** Options of `codat()`: `authHeader`, alone or under `security`, and any client options. */
export type CodatOptions = SDKOptions;

/** Codat's own connection: the type of `connection.raw`. */
export interface CodatConnection extends Connection {}

/** The types of Codat in the unified API: `SDK<Codat>`. */
export interface Codat extends PlatformTypes {
  readonly name: "codat";
  readonly raw: CodatConnection;
  readonly coordinates: CodatCoordinates;
  readonly verbs: {
    readonly list: { readonly request: CodatListRequest; readonly error: ErrorMessage };
    readonly generate: { readonly request: CodatGenerateRequest; readonly error: ErrorMessage };
    readonly get: { readonly request: CodatConnectionRequest; readonly error: ErrorMessage };
    readonly delete: { readonly request: CodatConnectionRequest; readonly error: ErrorMessage };
    readonly unlink: { readonly request: CodatConnectionRequest; readonly error: ErrorMessage };
    readonly updateAuthorization: {
      readonly request: CodatUpdateAuthorizationRequest;
      readonly error: ErrorMessage;
      readonly signsIn: true;
    };
    readonly scopes: { readonly request: CodatScopesRequest; readonly error: ErrorMessage };
  };
}
