// Written by sdkwright. Change the document or the generator, not this file.
import type { PagedPromise, RequestOptions } from "../../../lib/index.js";
import { Resource, unwrap, unwrapPages } from "../../../lib/index.js";
import { connectionsCreate } from "../funcs/connectionsCreate.js";
import { connectionsCreateMetadata } from "../funcs/connectionsCreateMetadata.js";
import { connectionsDelete } from "../funcs/connectionsDelete.js";
import { connectionsGet } from "../funcs/connectionsGet.js";
import { connectionsList } from "../funcs/connectionsList.js";
import { connectionsUpdate } from "../funcs/connectionsUpdate.js";
import { connectionsUpdateConnection } from "../funcs/connectionsUpdateConnection.js";
import type { ConnectionIds } from "../models/components/connectionids.js";
import type { ConnectionMetadata } from "../models/components/connectionmetadata.js";
import type { ConnectionSummary } from "../models/components/connectionsummary.js";
import type { UpdateConnectionBody } from "../models/components/updateconnectionbody.js";
import type {
  CreateMetadataRequest,
  CreateMetadataResponse,
} from "../models/operations/createmetadata.js";
import type {
  DeleteConnectionRequest,
  DeleteConnectionResponse,
} from "../models/operations/deleteconnection.js";
import type {
  GetConnectionRequest,
  GetConnectionResponse,
} from "../models/operations/getconnection.js";
import type {
  ListConnectionsRequest,
  ListConnectionsResponse,
} from "../models/operations/listconnections.js";
import type {
  UpdateConnectionRequest,
  UpdateConnectionResponse,
} from "../models/operations/updateconnection.js";
import type {
  UpdateMetadataRequest,
  UpdateMetadataResponse,
} from "../models/operations/updatemetadata.js";
import type {
  UpsertConnectionRequest,
  UpsertConnectionResponse,
} from "../models/operations/upsertconnection.js";
import { positional } from "../positional.js";

/**
 * Bring along, read, change and delete connections.
 *
 * A connection is named by its id and by the id of its integration together: two integrations may
 * have connections of the same id.
 */
export class Connections extends Resource {
  /**
   * List connections
   *
   * Answers those that match every filter given, the newest first and without credentials.
   *
   * Pages are counted from 0. Without `limit` one page holds up to 10,000 connections. New
   * connections come in at the front, so one that is made while pages are read moves the rest
   * along, and a connection can then be on two pages: `id` tells.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   *
   * @see GET /connections
   */
  list(
    request?: ListConnectionsRequest,
    options?: RequestOptions,
  ): PagedPromise<ListConnectionsResponse, ConnectionSummary>;
  list(
    connectionId?: string,
    options?: RequestOptions,
  ): PagedPromise<ListConnectionsResponse, ConnectionSummary>;
  list(
    first?: ListConnectionsRequest | string,
    ...rest: readonly unknown[]
  ): PagedPromise<ListConnectionsResponse, ConnectionSummary> {
    const { request, options } = positional<ListConnectionsRequest>(["connectionId"], first, rest);
    return unwrapPages(connectionsList(this.core, request, options));
  }

  /**
   * Bring along a connection
   *
   * Makes a connection from credentials that you already hold, or puts them in the place of those
   * of a connection that has the same id and integration.
   *
   * The credentials' `type` has to be the one that the integration's provider works with. API keys,
   * user names and passwords are tried out at the provider first, where it has a way to do so.
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
  ): Promise<UpsertConnectionResponse> {
    return unwrap(connectionsCreate(this.core, request, options));
  }

  /**
   * Get a connection
   *
   * Answers one connection with its credentials.
   *
   * They are renewed first when they are about to run out. So the answer can take as long as the
   * provider does, and can fail for reasons of the provider's.
   *
   * A key without the right to read credentials gets the connection with empty ones, and none with
   * any of the options below.
   *
   * An integration that does not exist is a 400 here, a connection that does not exist a 404.
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
  get(request: GetConnectionRequest, options?: RequestOptions): Promise<GetConnectionResponse>;
  get(
    connectionId: string,
    providerConfigKey: string,
    forceRefresh?: boolean,
    refreshToken?: boolean,
    options?: RequestOptions,
  ): Promise<GetConnectionResponse>;
  get(
    first: GetConnectionRequest | string,
    ...rest: readonly unknown[]
  ): Promise<GetConnectionResponse> {
    const { request, options } = positional<GetConnectionRequest>(
      ["connectionId", "providerConfigKey", "forceRefresh", "refreshToken"],
      first,
      rest,
    );
    return unwrap(connectionsGet(this.core, request, options));
  }

  /**
   * Update a connection
   *
   * Changes tags, end user or webhook address.
   *
   * Tags are replaced as a whole, and an end user without tags replaces them too, by tags made of
   * the end user.
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
  ): Promise<UpdateConnectionResponse>;
  updateConnection(
    connectionId: string,
    providerConfigKey: string,
    requestBody: UpdateConnectionBody,
    options?: RequestOptions,
  ): Promise<UpdateConnectionResponse>;
  updateConnection(
    first: UpdateConnectionRequest | string,
    ...rest: readonly unknown[]
  ): Promise<UpdateConnectionResponse> {
    const { request, options } = positional<UpdateConnectionRequest>(
      ["connectionId", "providerConfigKey", "requestBody"],
      first,
      rest,
    );
    return unwrap(connectionsUpdateConnection(this.core, request, options));
  }

  /**
   * Delete a connection
   *
   * Deletes one connection. One that does not exist is a 400 with the code `unknown_connection`.
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
  ): Promise<DeleteConnectionResponse>;
  delete(
    connectionId: string,
    providerConfigKey: string,
    options?: RequestOptions,
  ): Promise<DeleteConnectionResponse>;
  delete(
    first: DeleteConnectionRequest | string,
    ...rest: readonly unknown[]
  ): Promise<DeleteConnectionResponse> {
    const { request, options } = positional<DeleteConnectionRequest>(
      ["connectionId", "providerConfigKey"],
      first,
      rest,
    );
    return unwrap(connectionsDelete(this.core, request, options));
  }

  /**
   * Set metadata
   *
   * Puts metadata of your own in the place of all that the connection had. With several ids all of
   * them change, or none where one of them is unknown.
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
  ): Promise<CreateMetadataResponse>;
  createMetadata(
    connectionId: ConnectionIds,
    providerConfigKey: string,
    metadata: ConnectionMetadata,
    options?: RequestOptions,
  ): Promise<CreateMetadataResponse>;
  createMetadata(
    first: CreateMetadataRequest | ConnectionIds,
    ...rest: readonly unknown[]
  ): Promise<CreateMetadataResponse> {
    const { request, options } = positional<CreateMetadataRequest>(
      ["connectionId", "providerConfigKey", "metadata"],
      first,
      rest,
    );
    return unwrap(connectionsCreateMetadata(this.core, request, options));
  }

  /**
   * Update metadata
   *
   * Sets the members given and leaves the others. What a member holds is replaced as a whole. With
   * several ids all of them change, or none where one of them is unknown.
   *
   * The answer is what was sent and not what the connection has now.
   *
   * Errors:
   * - {@link Response400} 400, application/json
   * - {@link Response404} 404, application/json
   *
   * @see PATCH /connections/metadata
   */
  update(request: UpdateMetadataRequest, options?: RequestOptions): Promise<UpdateMetadataResponse>;
  update(
    connectionId: ConnectionIds,
    providerConfigKey: string,
    metadata: ConnectionMetadata,
    options?: RequestOptions,
  ): Promise<UpdateMetadataResponse>;
  update(
    first: UpdateMetadataRequest | ConnectionIds,
    ...rest: readonly unknown[]
  ): Promise<UpdateMetadataResponse> {
    const { request, options } = positional<UpdateMetadataRequest>(
      ["connectionId", "providerConfigKey", "metadata"],
      first,
      rest,
    );
    return unwrap(connectionsUpdate(this.core, request, options));
  }
}
