import type {
  Credentials,
  CustomCredentials,
  OAuth2Credentials,
} from "../../vocabulary/credentials.js";
import type { PlatformTypes } from "../../vocabulary/verbs.js";
import type { SDKOptions } from "../../../platforms/ampersand/core.js";
import type { ConnectionRequest } from "../../../platforms/ampersand/models/components/connectionrequest.js";
import type {
  GenerateConnectionConnectionsInputValidationProblem,
  GenerateConnectionInputValidationProblem,
} from "../../../platforms/ampersand/models/errors/generateconnection.js";
import type { GetConnectionInputValidationProblem } from "../../../platforms/ampersand/models/errors/getconnection.js";
import type { ListConnectionsInputValidationProblem } from "../../../platforms/ampersand/models/errors/listconnections.js";
import type { OauthUpdateInputValidationProblem } from "../../../platforms/ampersand/models/errors/oauthupdate.js";
import type { UpdateConnectionInputValidationProblem } from "../../../platforms/ampersand/models/errors/updateconnection.js";
import type { GetConnectionRequest } from "../../../platforms/ampersand/models/operations/getconnection.js";
import type { Connection as AmpersandConnection } from "../../../platforms/ampersand/models/components/connection.js";

/** What `ampersand()` takes: `apiKeyHeader` or `bearer`, and what every client can be told. */
export type AmpersandOptions = SDKOptions;

/** Which connections to list. Those given must all match. */
export interface AmpersandListRequest {
  /** The id or name of the Ampersand project. */
  projectIdOrName: string;
  /** Only those of this customer. */
  groupRef?: string | undefined;
  /** Only those of this person. */
  consumerRef?: string | undefined;
  /** Only those to this service. */
  provider?: string | undefined;
}

/** Which connection. */
export interface AmpersandConnectionRequest {
  /** The id or name of the Ampersand project. */
  projectIdOrName: string;
  connectionId: string;
}

/** A connection to be made from credentials that you have. */
export interface AmpersandGenerateRequest {
  /** The id or name of the Ampersand project. */
  projectIdOrName: string;
  /** Your id for the customer. */
  groupRef: string;
  /** Your id for the person. */
  consumerRef: string;
  /** The service to connect to. */
  provider: string;
  credentials?: Credentials | undefined;
  /** What Ampersand's own API takes beyond the vocabulary. */
  extra?:
    | Pick<
        ConnectionRequest,
        "groupName" | "consumerName" | "providerWorkspaceRef" | "providerMetadata"
      >
    | undefined;
}

/** A connection to be read. */
export interface AmpersandGetRequest extends AmpersandConnectionRequest {
  /** What Ampersand's own API takes beyond the vocabulary. */
  extra?: Omit<GetConnectionRequest, keyof AmpersandConnectionRequest> | undefined;
}

/** Credentials that Ampersand replaces. For tokens it asks the customer: see `updateAuthorization` without credentials. */
export type AmpersandNewCredentials = Exclude<Credentials, OAuth2Credentials | CustomCredentials>;

/** What to change of a connection. What is not given stays as it is. */
export interface AmpersandUpdateRequest extends AmpersandConnectionRequest {
  /** Replaces the credentials; of the kind that the connection has. */
  credentials?: AmpersandNewCredentials | undefined;
  /** What Ampersand's own API takes beyond the vocabulary. */
  extra?:
    | (Pick<ConnectionRequest, "providerWorkspaceRef" | "providerMetadata"> & {
        /** The members to change. Default: those that are given. */
        updateMask?: string[] | undefined;
      })
    | undefined;
}

/** A connection to be authorized again: by the credentials given, or by its customer where none are. */
export interface AmpersandUpdateAuthorizationRequest extends AmpersandConnectionRequest {
  /** New credentials of the kind that the connection has. Without, the answer is a URL for the customer. */
  credentials?: AmpersandNewCredentials | undefined;
}

/** Ampersand as layer 1 knows it. */
export interface Ampersand extends PlatformTypes {
  readonly name: "ampersand";
  readonly raw: AmpersandConnection;
  readonly verbs: {
    readonly list: {
      readonly request: AmpersandListRequest;
      readonly error: ListConnectionsInputValidationProblem;
    };
    readonly generate: {
      readonly request: AmpersandGenerateRequest;
      readonly error:
        | GenerateConnectionInputValidationProblem
        | GenerateConnectionConnectionsInputValidationProblem;
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
      readonly error: OauthUpdateInputValidationProblem | UpdateConnectionInputValidationProblem;
    };
  };
}
