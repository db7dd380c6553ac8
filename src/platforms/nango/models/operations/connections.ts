// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { as, boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import {
  type ConnectSession,
  type ConnectSessionRequest,
  type Connection,
  ConnectionIds,
  ConnectionMetadata,
  type CreateConnectionRequest,
  type GetConnectionResponse as GetConnectionResponseData,
  type ReconnectSessionRequest,
  type Success,
  Tags,
  UpdateConnectionBody,
} from "../components/connections.js";

/** The new metadata of one or several connections of an integration. */
export interface CreateMetadataRequestBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const CreateMetadataRequestBody: Schema<CreateMetadataRequestBody> = /* @__PURE__ */ object(
  () => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }),
);

/** The metadata that was sent. */
export interface CreateMetadataCreatedResponseBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const CreateMetadataCreatedResponseBody: Schema<CreateMetadataCreatedResponseBody> =
  /* @__PURE__ */ object(() => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }));

/** The members to set, for one or several connections of an integration. */
export interface UpdateMetadataRequestBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const UpdateMetadataRequestBody: Schema<UpdateMetadataRequestBody> = /* @__PURE__ */ object(
  () => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }),
);

/** The metadata that was sent. */
export interface UpdateMetadataResponseBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const UpdateMetadataResponseBody: Schema<UpdateMetadataResponseBody> =
  /* @__PURE__ */ object(() => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }));

/** The request of listConnections. */
export interface ListConnectionsRequest {
  /**
   * Return only connections with exactly this id. Every integration can have one.
   *
   * Limits: at least 1, at most 255.
   */
  connectionId?: string | undefined;
  /**
   * Return only connections whose id, end user's name, or end user's email address contains this
   * string.
   *
   * Limits: at least 1, at most 255.
   */
  search?: string | undefined;
  /**
   * Return only connections of these integrations. Separate several ids by commas.
   *
   * Limits: at least 1.
   */
  integrationId?: string | undefined;
  /**
   * Return only connections of this end user.
   *
   * Limits: at least 1, at most 255.
   *
   * @deprecated Filter by tags instead.
   */
  endUserId?: string | undefined;
  /**
   * Return only connections of this organization.
   *
   * Limits: at least 1, at most 255.
   *
   * @deprecated Filter by tags instead.
   */
  endUserOrganizationId?: string | undefined;
  /** Return only connections that have all of these tags with these values. */
  tags?: Tags | undefined;
  /**
   * The number of connections per page. The maximum is 2,000.
   *
   * Default: `10000`. Limits: at least 1.
   */
  limit?: number | undefined;
  /**
   * The number of the page, starting at 0.
   *
   * Default: `0`. Limits: at least 0.
   */
  page?: number | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> = /* @__PURE__ */ object(
  () => ({
    connectionId: optional(string),
    search: optional(string),
    integrationId: optional(string),
    endUserId: optional(string),
    endUserOrganizationId: optional(string),
    tags: optional(Tags),
    limit: optional(integer),
    page: optional(integer),
  }),
);

/** The response of listConnections. */
export type ListConnectionsResponse = GetConnectionResponseData;

/** The request of upsertConnection. */
export type UpsertConnectionRequest = CreateConnectionRequest;

/** The response of upsertConnection. */
export type UpsertConnectionResponse = Connection;

/** The request of getConnection. */
export interface GetConnectionRequest {
  /**
   * The id of the connection.
   *
   * Limits: at most 255.
   */
  connectionId: string;
  /**
   * The id of the integration.
   *
   * Limits: at most 255.
   */
  providerConfigKey: string;
  /**
   * Whether to refresh the access token even if it has not expired.
   *
   * Default: `false`.
   */
  forceRefresh?: boolean | undefined;
  /**
   * Whether to include the refresh token. It is a long-lived secret: request it only to move a
   * connection elsewhere.
   *
   * Default: `false`.
   */
  refreshToken?: boolean | undefined;
  /**
   * Whether to refresh the JSON Web Token of a GitHub app.
   *
   * Default: `false`.
   */
  refreshGithubAppJwtToken?: boolean | undefined;
}
export const GetConnectionRequest: Schema<GetConnectionRequest> = /* @__PURE__ */ object(() => ({
  connectionId: string,
  providerConfigKey: string,
  forceRefresh: optional(boolean),
  refreshToken: optional(boolean),
  refreshGithubAppJwtToken: optional(boolean),
}));

/** The response of getConnection. */
export type GetConnectionResponse = Connection;

/** The request of updateConnection. */
export interface UpdateConnectionRequest {
  /**
   * The id of the connection.
   *
   * Limits: at most 255.
   */
  connectionId: string;
  /**
   * The id of the integration.
   *
   * Limits: at most 255.
   */
  providerConfigKey: string;
  /** The members to update. */
  requestBody: UpdateConnectionBody;
}
export const UpdateConnectionRequest: Schema<UpdateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    connectionId: string,
    providerConfigKey: string,
    requestBody: UpdateConnectionBody,
  }),
);

/** The response of updateConnection. */
export type UpdateConnectionResponse = Success;

/** The request of deleteConnection. */
export interface DeleteConnectionRequest {
  /**
   * The id of the connection.
   *
   * Limits: at most 255.
   */
  connectionId: string;
  /**
   * The id of the integration.
   *
   * Limits: at most 255.
   */
  providerConfigKey: string;
}
export const DeleteConnectionRequest: Schema<DeleteConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    connectionId: string,
    providerConfigKey: string,
  }),
);

/** The response of deleteConnection. */
export type DeleteConnectionResponse = Success;

/** The request of createMetadata. */
export type CreateMetadataRequest = CreateMetadataRequestBody;

/** The response of createMetadata. */
export type CreateMetadataResponse = CreateMetadataCreatedResponseBody;

/** The request of updateMetadata. */
export type UpdateMetadataRequest = UpdateMetadataRequestBody;

/** The response of updateMetadata. */
export type UpdateMetadataResponse = UpdateMetadataResponseBody;

/** The request of createConnectSession. */
export type CreateConnectSessionRequest = ConnectSessionRequest;

/** The response of createConnectSession. */
export type CreateConnectSessionResponse = ConnectSession;

/** The request of createReconnectSession. */
export type CreateReconnectSessionRequest = ReconnectSessionRequest;

/** The response of createReconnectSession. */
export type CreateReconnectSessionResponse = ConnectSession;
