import type { CustomCredentials } from "../../vocabulary/credentials.js";
import type { PlatformTypes } from "../../vocabulary/verbs.js";
import type { SDKOptions } from "../../../platforms/codat/core.js";
import type { ErrorMessage } from "../../../platforms/codat/models/errors/errormessage.js";
import type { ListConnectionsRequest } from "../../../platforms/codat/models/operations/listconnections.js";
import type { Connection as CodatConnection } from "../../../platforms/codat/models/components/connection.js";

/** What `codat()` takes: `authHeader`, alone or under `security`, and what every client can be told. */
export type CodatOptions = SDKOptions;

/** Whose connections to list. */
export interface CodatListRequest {
  /** The id of the Codat company. */
  groupRef: string;
  /** What Codat's own API takes beyond the vocabulary: where to begin, how much in one page, in which order. */
  extra?: Omit<ListConnectionsRequest, "companyId"> | undefined;
}

/** Which connection. */
export interface CodatConnectionRequest {
  /** The id of the Codat company. */
  groupRef: string;
  connectionId: string;
}

/** A connection to be made. Its customer goes on at its `authorizationUrl`. */
export interface CodatGenerateRequest {
  /** The id of the Codat company. */
  groupRef: string;
  /** The platform key of the integration to connect to, four letters. */
  provider: string;
  /** Codat takes none here: the customer brings them. */
  credentials?: undefined;
}

/** A connection whose values to sign in with are to be replaced. */
export interface CodatUpdateAuthorizationRequest extends CodatConnectionRequest {
  /** The new values, each a text, by the names that the integration gives them. */
  credentials: CustomCredentials & { values: Readonly<Record<string, string>> };
}

/** Codat as layer 1 knows it. */
export interface Codat extends PlatformTypes {
  readonly name: "codat";
  readonly raw: CodatConnection;
  readonly verbs: {
    readonly list: { readonly request: CodatListRequest; readonly error: ErrorMessage };
    readonly generate: { readonly request: CodatGenerateRequest; readonly error: ErrorMessage };
    readonly get: { readonly request: CodatConnectionRequest; readonly error: ErrorMessage };
    readonly delete: { readonly request: CodatConnectionRequest; readonly error: ErrorMessage };
    readonly unlink: { readonly request: CodatConnectionRequest; readonly error: ErrorMessage };
    readonly updateAuthorization: {
      readonly request: CodatUpdateAuthorizationRequest;
      readonly error: ErrorMessage;
    };
  };
}
