// Written by sdkwright. Change the document or the generator, not this file.
import type { MethodPromise, PagedMethodPromise, RequestOptions } from "../../../lib/index.js";
import { Resource, method, pagedMethod } from "../../../lib/index.js";
import { connectionsCreate } from "../funcs/connectionsCreate.js";
import { connectionsCreateConnectSession } from "../funcs/connectionsCreateConnectSession.js";
import { connectionsCreateMetadata } from "../funcs/connectionsCreateMetadata.js";
import { connectionsCreateReconnectSession } from "../funcs/connectionsCreateReconnectSession.js";
import { connectionsDelete } from "../funcs/connectionsDelete.js";
import { connectionsGet } from "../funcs/connectionsGet.js";
import { connectionsList } from "../funcs/connectionsList.js";
import { connectionsUpdate } from "../funcs/connectionsUpdate.js";
import { connectionsUpdateConnection } from "../funcs/connectionsUpdateConnection.js";
import type {
  ConnectionIds,
  ConnectionMetadata,
  ConnectionSummary,
  UpdateConnectionBody,
} from "../models/components/connections.js";
import type {
  CreateConnectSessionRequest,
  CreateConnectSessionResponse,
  CreateMetadataRequest,
  CreateMetadataResponse,
  CreateReconnectSessionRequest,
  CreateReconnectSessionResponse,
  DeleteConnectionRequest,
  DeleteConnectionResponse,
  GetConnectionRequest,
  GetConnectionResponse,
  ListConnectionsRequest,
  ListConnectionsResponse,
  UpdateConnectionRequest,
  UpdateConnectionResponse,
  UpdateMetadataRequest,
  UpdateMetadataResponse,
  UpsertConnectionRequest,
  UpsertConnectionResponse,
} from "../models/operations/connections.js";
import { positional } from "../positional.js";

/**
 * Import, read, update and delete connections.
 *
 * The id of a connection and the id of its integration identify it together: connections of two
 * integrations can have the same id.
 */
export class Connections extends Resource {
  /**
   * List connections
   *
   * Returns connections without their credentials, newest first. Filters are combined with AND.
   *
   * Pages are numbered from 0. Without `limit`, a page contains up to 10,000 connections. If a
   * connection is created while you read the pages, the others move back by one, and one of them
   * can be on two pages. Use `id` to detect it.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   *
   * @see GET /connections
   */
  list(
    request?: ListConnectionsRequest,
    options?: RequestOptions,
  ): PagedMethodPromise<ListConnectionsResponse, ConnectionSummary>;
  list(
    connectionId?: string,
    options?: RequestOptions,
  ): PagedMethodPromise<ListConnectionsResponse, ConnectionSummary>;
  list(
    first?: ListConnectionsRequest | string,
    ...rest: readonly unknown[]
  ): PagedMethodPromise<ListConnectionsResponse, ConnectionSummary> {
    const { request, options } = positional<ListConnectionsRequest>(["connectionId"], first, rest);
    return pagedMethod(connectionsList, this.core, request, options);
  }

  /**
   * Import a connection
   *
   * Creates a connection from credentials that you already have, or replaces the credentials of the
   * connection with the same id and integration.
   *
   * The credentials' `type` must be the one that the integration's provider uses. API keys, user
   * names and passwords are verified with the provider first, if it supports that.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   * - {@link Response404} 404, application/json
   *
   * @see POST /connections
   */
  create(
    request: UpsertConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<UpsertConnectionResponse> {
    return method(connectionsCreate, this.core, request, options);
  }

  /**
   * Get a connection
   *
   * Returns a connection with its credentials.
   *
   * Nango refreshes the credentials first if they are about to expire. The request can therefore
   * take as long as the provider takes, and fail because the provider fails.
   *
   * If the key may not read credentials, they are empty in the response, and a request with any of
   * the options below is refused.
   *
   * An unknown integration is a 400 here. An unknown connection is a 404.
   *
   * Not idempotent if `forceRefresh` is `true` or `refreshGithubAppJwtToken` is `true`: then
   * retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   * - {@link Response404} 404, application/json
   * - {@link Response424} 424, application/json
   *
   * @see GET /connections/{connectionId}
   * @example
   * ```ts
   * const result = await sdk.connections.get({
   *   connectionId: "hubspot-acme",
   *   providerConfigKey: "hubspot",
   * });
   * ```
   */
  get(
    request: GetConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<GetConnectionResponse>;
  get(
    connectionId: string,
    providerConfigKey: string,
    forceRefresh?: boolean,
    refreshToken?: boolean,
    options?: RequestOptions,
  ): MethodPromise<GetConnectionResponse>;
  get(
    first: GetConnectionRequest | string,
    ...rest: readonly unknown[]
  ): MethodPromise<GetConnectionResponse> {
    const { request, options } = positional<GetConnectionRequest>(
      ["connectionId", "providerConfigKey", "forceRefresh", "refreshToken"],
      first,
      rest,
    );
    return method(connectionsGet, this.core, request, options);
  }

  /**
   * Update a connection
   *
   * Updates the tags, the end user, or the webhook URL of a connection.
   *
   * Tags are replaced as a whole. An end user without tags also replaces them, with tags that
   * describe the end user.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   * - {@link Response404} 404, application/json
   *
   * @see PATCH /connections/{connectionId}
   * @example
   * ```ts
   * const result = await sdk.connections.updateConnection({
   *   connectionId: "hubspot-acme",
   *   providerConfigKey: "hubspot",
   *   requestBody: {},
   * });
   * ```
   */
  updateConnection(
    request: UpdateConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<UpdateConnectionResponse>;
  updateConnection(
    connectionId: string,
    providerConfigKey: string,
    requestBody: UpdateConnectionBody,
    options?: RequestOptions,
  ): MethodPromise<UpdateConnectionResponse>;
  updateConnection(
    first: UpdateConnectionRequest | string,
    ...rest: readonly unknown[]
  ): MethodPromise<UpdateConnectionResponse> {
    const { request, options } = positional<UpdateConnectionRequest>(
      ["connectionId", "providerConfigKey", "requestBody"],
      first,
      rest,
    );
    return method(connectionsUpdateConnection, this.core, request, options);
  }

  /**
   * Delete a connection
   *
   * Deletes a connection. If it does not exist, the response is a 400 with the code
   * `unknown_connection`.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   * - {@link Response404} 404, application/json
   *
   * @see DELETE /connections/{connectionId}
   * @example
   * ```ts
   * const result = await sdk.connections.delete({
   *   connectionId: "hubspot-acme",
   *   providerConfigKey: "hubspot",
   * });
   * ```
   */
  delete(
    request: DeleteConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<DeleteConnectionResponse>;
  delete(
    connectionId: string,
    providerConfigKey: string,
    options?: RequestOptions,
  ): MethodPromise<DeleteConnectionResponse>;
  delete(
    first: DeleteConnectionRequest | string,
    ...rest: readonly unknown[]
  ): MethodPromise<DeleteConnectionResponse> {
    const { request, options } = positional<DeleteConnectionRequest>(
      ["connectionId", "providerConfigKey"],
      first,
      rest,
    );
    return method(connectionsDelete, this.core, request, options);
  }

  /**
   * Set metadata
   *
   * Replaces the metadata of a connection with your own. If you pass several ids and one of them is
   * unknown, none of the connections changes.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   * - {@link Response404} 404, application/json
   *
   * @see POST /connections/metadata
   */
  createMetadata(
    request: CreateMetadataRequest,
    options?: RequestOptions,
  ): MethodPromise<CreateMetadataResponse>;
  createMetadata(
    connectionId: ConnectionIds,
    providerConfigKey: string,
    metadata: ConnectionMetadata,
    options?: RequestOptions,
  ): MethodPromise<CreateMetadataResponse>;
  createMetadata(
    first: CreateMetadataRequest | ConnectionIds,
    ...rest: readonly unknown[]
  ): MethodPromise<CreateMetadataResponse> {
    const { request, options } = positional<CreateMetadataRequest>(
      ["connectionId", "providerConfigKey", "metadata"],
      first,
      rest,
    );
    return method(connectionsCreateMetadata, this.core, request, options);
  }

  /**
   * Update metadata
   *
   * Sets the members that you pass, each as a whole. All other members keep their values. If you
   * pass several ids and one of them is unknown, none of the connections changes.
   *
   * The response contains what you sent, and not all metadata of the connection.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   * - {@link Response404} 404, application/json
   *
   * @see PATCH /connections/metadata
   */
  update(
    request: UpdateMetadataRequest,
    options?: RequestOptions,
  ): MethodPromise<UpdateMetadataResponse>;
  update(
    connectionId: ConnectionIds,
    providerConfigKey: string,
    metadata: ConnectionMetadata,
    options?: RequestOptions,
  ): MethodPromise<UpdateMetadataResponse>;
  update(
    first: UpdateMetadataRequest | ConnectionIds,
    ...rest: readonly unknown[]
  ): MethodPromise<UpdateMetadataResponse> {
    const { request, options } = positional<UpdateMetadataRequest>(
      ["connectionId", "providerConfigKey", "metadata"],
      first,
      rest,
    );
    return method(connectionsUpdate, this.core, request, options);
  }

  /**
   * Create a connect session
   *
   * Creates a session in which a customer signs in. Send the customer to its `connect_link`.
   *
   * When the customer has signed in, there is a new connection with the tags of the session. Nango
   * chooses its id.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   *
   * @see POST /connect/sessions
   */
  createConnectSession(
    request: CreateConnectSessionRequest,
    options?: RequestOptions,
  ): MethodPromise<CreateConnectSessionResponse> {
    return method(connectionsCreateConnectSession, this.core, request, options);
  }

  /**
   * Create a session to reconnect
   *
   * Creates a session in which a customer authorizes an existing connection again. Send the
   * customer to its `connect_link`.
   *
   * When the customer has signed in, the tags of the session replace all tags of the connection,
   * also if the session has none. An unknown connection is a 400.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   *
   * @see POST /connect/sessions/reconnect
   */
  createReconnectSession(
    request: CreateReconnectSessionRequest,
    options?: RequestOptions,
  ): MethodPromise<CreateReconnectSessionResponse> {
    return method(connectionsCreateReconnectSession, this.core, request, options);
  }
}
