import type { OfPlatform } from "../../vocabulary/coordinates.js";
import type {
  ApiKeyCredentials,
  BasicCredentials,
  CustomCredentials,
  OAuth2Credentials,
} from "../../vocabulary/credentials.js";
import type { CreateConnectionRequest } from "../../../platforms/nango/models/components/connections.js";
import type {
  GetConnectionRequest,
  ListConnectionsRequest,
} from "../../../platforms/nango/models/operations/connections.js";

/** The request of `list` on Nango. Filters are combined with AND. */
export interface NangoListRequest {
  /** Only connections of this customer: with this value of the tag `organization_id`. */
  groupRef?: string;
  /** Only connections of this person: with this value of the tag `end_user_id`. */
  consumerRef?: string;
  /** Only connections of this integration, by its id in Nango. Separate several ids by commas. */
  provider?: string;
  /** The `next` of a page. Without it, the list starts at the first page. */
  page?: string | undefined;
  /** Members of Nango's own API that the unified API does not have. */
  extra?:
    | Omit<ListConnectionsRequest, "endUserOrganizationId" | "endUserId" | "integrationId">
    | undefined;
}

/** The request of `scopes` on Nango: filters, combined with AND. */
export interface NangoScopesRequest extends Omit<NangoListRequest, "extra" | "page"> {}

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
export type NangoExtra = Pick<
  CreateConnectionRequest,
  "metadata" | "connectionConfig" | "webhookUrlOverride" | "tags"
>;

/**
 * The request of `generate` on Nango. Without credentials, the customer signs in, and whose the
 * connection will be travels with the sign-in. With credentials, and if a connection with this id
 * exists, its credentials are replaced, and so is each member that you pass. All others keep their
 * values.
 *
 * Nango cannot create a connection only if there is none. If two calls with the same new
 * `connectionId` run at once, both find none, and the later one replaces what the earlier one
 * stored. Leave `connectionId` out, or have one call at a time for each id.
 */
export interface NangoGenerateRequest {
  /** The id of the integration in Nango. */
  provider: string;
  /**
   * The id of the new connection. If you omit it, Nango generates one, as it does if the customer
   * signs in.
   */
  connectionId?: string;
  /** Your id for the customer. Stored as the tag `organization_id`. */
  groupRef?: string;
  /** Your id for the person. Stored as the tag `end_user_id`. */
  consumerRef?: string;
  /**
   * The credentials of the connection. Without them, the customer signs in. If the provider needs
   * none, pass `{ type: "custom", values: { type: "NONE" } }`.
   */
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
 * The request of `update` on Nango. Members that you don't pass keep their values, and tags that
 * say whose the connection is stay unless you pass others.
 */
export interface NangoUpdateRequest extends NangoConnectionRequest {
  /** Your id for the customer. Stored as the tag `organization_id`. */
  groupRef?: string;
  /** Your id for the person. Stored as the tag `end_user_id`. */
  consumerRef?: string;
  /** Members of Nango's own API that the unified API does not have. */
  extra?: Pick<NangoExtra, "tags" | "webhookUrlOverride"> | undefined;
}

/**
 * The request of `updateAuthorization` on Nango. The connection keeps everything but its
 * credentials. With credentials, and if there is no connection with this id, one is created.
 */
export interface NangoUpdateAuthorizationRequest extends NangoConnectionRequest {
  /** The new credentials. Without them, the customer signs in again. */
  credentials?: NangoCredentials | undefined;
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
