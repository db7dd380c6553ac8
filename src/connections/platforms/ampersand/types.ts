import type { PlatformTypes } from "../../vocabulary/verbs.js";
import type { SDKOptions } from "../../../platforms/ampersand/core.js";
import type { Connection } from "../../../platforms/ampersand/models/components/connections.js";
import type {
  GenerateConnectionConnectionsInputValidationProblem,
  GenerateConnectionInputValidationProblem,
  GetConnectionInputValidationProblem,
  ListConnectionsInputValidationProblem,
  OauthConnectInputValidationProblem,
  OauthUpdateInputValidationProblem,
  UpdateConnectionInputValidationProblem,
} from "../../../platforms/ampersand/models/errors/connections.js";
import type {
  AmpersandConnectionRequest,
  AmpersandCoordinates,
  AmpersandGenerateRequest,
  AmpersandGetRequest,
  AmpersandListRequest,
  AmpersandScopesRequest,
  AmpersandUpdateAuthorizationRequest,
  AmpersandUpdateRequest,
} from "./requests.js";

/** Options of `ampersand()`: `apiKeyHeader` or `bearer`, and any client options. */
export type AmpersandOptions = SDKOptions;

/** Ampersand's own connection: the type of `connection.raw`. */
export interface AmpersandConnection extends Connection {}

/** The types of Ampersand in the unified API: `SDK<Ampersand>`. */
export interface Ampersand extends PlatformTypes {
  readonly name: "ampersand";
  readonly raw: AmpersandConnection;
  readonly coordinates: AmpersandCoordinates;
  readonly verbs: {
    readonly list: {
      readonly request: AmpersandListRequest;
      readonly error: ListConnectionsInputValidationProblem;
    };
    readonly generate: {
      readonly request: AmpersandGenerateRequest;
      readonly error:
        | GenerateConnectionInputValidationProblem
        | GenerateConnectionConnectionsInputValidationProblem
        | OauthConnectInputValidationProblem
        | ListConnectionsInputValidationProblem;
      readonly signsIn: true;
    };
    readonly get: {
      readonly request: AmpersandGetRequest;
      readonly error: GetConnectionInputValidationProblem;
    };
    readonly update: {
      readonly request: AmpersandUpdateRequest;
      readonly error: UpdateConnectionInputValidationProblem;
    };
    readonly delete: { readonly request: AmpersandConnectionRequest; readonly error: never };
    readonly updateAuthorization: {
      readonly request: AmpersandUpdateAuthorizationRequest;
      readonly error:
        | OauthUpdateInputValidationProblem
        | UpdateConnectionInputValidationProblem
        | GetConnectionInputValidationProblem;
      readonly signsIn: true;
    };
    readonly check: {
      readonly request: AmpersandConnectionRequest;
      readonly error: GetConnectionInputValidationProblem;
    };
    readonly scopes: { readonly request: AmpersandScopesRequest; readonly error: never };
  };
}
