import type { OfPlatform } from "../../vocabulary/coordinates.js";
import type {
  Credentials,
  CustomCredentials,
  OAuth2Credentials,
} from "../../vocabulary/credentials.js";
import type { ConnectionRequest } from "../../../platforms/ampersand/models/components/connections.js";
import type { GetConnectionRequest } from "../../../platforms/ampersand/models/operations/connections.js";

/** The request of `list` on Ampersand. Filters are combined with AND. */
export interface AmpersandListRequest {
  /** The id or name of the Ampersand project. */
  projectIdOrName: string;
  /** Only connections of this customer. */
  groupRef?: string;
  /** Only connections of this person. */
  consumerRef?: string;
  /** Only connections to this service. */
  provider?: string;
  /** Accepted for code over platforms. There is one page, which has no `next`. */
  page?: undefined;
}

/** The request of `scopes` on Ampersand: filters, combined with AND. */
export interface AmpersandScopesRequest extends Omit<
  AmpersandListRequest,
  "page" | "projectIdOrName"
> {
  /** Only this project. Without it, every project that the key has access to. */
  projectIdOrName?: string;
}

/** What identifies a connection on Ampersand: the type of `connection.coordinates`. */
export interface AmpersandCoordinates extends Required<OfPlatform<"ampersand">> {
  /** The project, as it was passed to the verb. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
}

/** The coordinates of a connection on Ampersand, and the request of `delete`. */
export interface AmpersandConnectionRequest extends OfPlatform<"ampersand"> {
  /** The id or name of the Ampersand project. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
}

/** The request of `generate` on Ampersand. */
export interface AmpersandGenerateRequest {
  /** The id or name of the Ampersand project. */
  projectIdOrName: string;
  /** Your id for the customer. */
  groupRef: string;
  /** Your id for the person. */
  consumerRef: string;
  /** The service to connect to, for example `salesforce`. */
  provider: string;
  /** The credentials of the connection. Without them, the customer signs in. */
  credentials?: Credentials | undefined;
  /** Members of Ampersand's own API that the unified API does not have. */
  extra?:
    | Pick<
        ConnectionRequest,
        "groupName" | "consumerName" | "providerWorkspaceRef" | "providerMetadata"
      >
    | undefined;
}

/** The request of `get` on Ampersand. */
export interface AmpersandGetRequest extends AmpersandConnectionRequest {
  /** Members of Ampersand's own API that the unified API does not have. */
  extra?: Omit<GetConnectionRequest, keyof AmpersandConnectionRequest> | undefined;
}

/**
 * Credentials that Ampersand can replace. The customer has to authorize OAuth 2 connections again:
 * call `updateAuthorization` without credentials.
 */
export type AmpersandNewCredentials = Exclude<Credentials, OAuth2Credentials | CustomCredentials>;

/** The request of `update` on Ampersand. Members that you don't pass keep their values. */
export interface AmpersandUpdateRequest extends AmpersandConnectionRequest {
  /** New credentials, of the same kind as the connection has. */
  credentials?: AmpersandNewCredentials | undefined;
  /** Members of Ampersand's own API that the unified API does not have. */
  extra?:
    | (Pick<ConnectionRequest, "providerWorkspaceRef" | "providerMetadata"> & {
        /** The members to change. Defaults to the members that you pass. */
        updateMask?: string[] | undefined;
      })
    | undefined;
}

/** The request of `updateAuthorization` on Ampersand. */
export interface AmpersandUpdateAuthorizationRequest extends AmpersandConnectionRequest {
  /**
   * New credentials, of the same kind as the connection has. Without them, the customer signs in
   * again.
   */
  credentials?: AmpersandNewCredentials | undefined;
}
