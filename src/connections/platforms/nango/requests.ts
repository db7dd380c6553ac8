import type { OfPlatform } from "../../vocabulary/coordinates.js";
import type {
  ApiKeyCredentials,
  BasicCredentials,
  CustomCredentials,
  OAuth2Credentials,
} from "../../vocabulary/credentials.js";
import type {
  CreateConnectionRequest,
  EndUserInput,
} from "../../../platforms/nango/models/components/connections.js";
import type {
  GetConnectionRequest,
  ListConnectionsRequest,
} from "../../../platforms/nango/models/operations/connections.js";

/** The request of `list` on Nango. Filters are combined with AND. */
export interface NangoListRequest {
  /** Only connections of end users who belong to this organization. */
  groupRef?: string;
  /** Only connections of this end user. */
  consumerRef?: string;
  /** Only connections of this integration, by its id in Nango. Separate several ids by commas. */
  provider?: string;
  /** Members of Nango's own API that the unified API does not have. */
  extra?:
    | Omit<ListConnectionsRequest, "endUserOrganizationId" | "endUserId" | "integrationId">
    | undefined;
}

/** What identifies a connection on Nango: the type of `connection.coordinates`. */
export interface NangoCoordinates extends Required<OfPlatform<"nango">> {
  /** The id of the integration in Nango. */
  provider: string;
  /** The id of the connection. */
  connectionId: string;
}

/** The coordinates of a connection on Nango, and the request of `delete`. */
export interface NangoConnectionRequest extends OfPlatform<"nango"> {
  /** The id of the integration in Nango. */
  provider: string;
  /** The id of the connection. */
  connectionId: string;
}

/**
 * Credentials that Nango accepts. Use `custom` for its other kinds, with Nango's own values and
 * their `type`.
 */
export type NangoCredentials =
  | ApiKeyCredentials
  | BasicCredentials
  | OAuth2Credentials
  | CustomCredentials;

/** Members that `generate` accepts in `extra` on Nango. */
export interface NangoExtra extends Pick<
  CreateConnectionRequest,
  "metadata" | "connectionConfig" | "webhookUrlOverride" | "tags"
> {
  /** More about the end user of `consumerRef`. */
  endUser?: Omit<EndUserInput, "id"> | undefined;
}

/**
 * The request of `generate` on Nango. If a connection with this id exists, its credentials are
 * replaced.
 */
export interface NangoGenerateRequest {
  /** The id of the integration in Nango. */
  provider: string;
  /** The id of the new connection. If you omit it, Nango generates one. */
  connectionId?: string;
  /** Your id for the person. */
  consumerRef?: string;
  /** The credentials of the connection. Omit them if the provider needs none. */
  credentials?: NangoCredentials | undefined;
  /** Members of Nango's own API that the unified API does not have. */
  extra?: NangoExtra | undefined;
}

/** The request of `get` on Nango. */
export interface NangoGetRequest extends NangoConnectionRequest {
  /** Members of Nango's own API that the unified API does not have. */
  extra?: Omit<GetConnectionRequest, "connectionId" | "providerConfigKey"> | undefined;
}

/**
 * The request of `update` on Nango. Members that you don't pass keep their values, but
 * `consumerRef` also replaces the tags.
 */
export interface NangoUpdateRequest extends NangoConnectionRequest {
  /** Your id for the person. */
  consumerRef?: string;
  /** Members of Nango's own API that the unified API does not have. */
  extra?: Pick<NangoExtra, "tags" | "webhookUrlOverride" | "endUser"> | undefined;
}

/**
 * The request of `updateAuthorization` on Nango. If there is no connection with this id, Nango
 * creates one.
 */
export interface NangoUpdateAuthorizationRequest extends NangoConnectionRequest {
  /** The new credentials. */
  credentials: NangoCredentials;
  /** Members of Nango's own API that the unified API does not have. */
  extra?: Pick<NangoExtra, "connectionConfig"> | undefined;
}

/** The request of `metadata.set` and `metadata.update` on Nango. */
export interface NangoMetadataRequest {
  /** The id of the integration in Nango. */
  provider: string;
  /** The id of the connection, or the ids of several connections of the integration. */
  connectionId: string | string[];
  /** The metadata. */
  metadata: Record<string, unknown>;
}
