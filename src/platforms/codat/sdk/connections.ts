// Written by sdkwright. Change the document or the generator, not this file.
import type { MethodPromise, PagedMethodPromise, RequestOptions } from "../../../lib/index.js";
import { Resource, method, pagedMethod } from "../../../lib/index.js";
import { connectionsCreate } from "../funcs/connectionsCreate.js";
import { connectionsDelete } from "../funcs/connectionsDelete.js";
import { connectionsGet } from "../funcs/connectionsGet.js";
import { connectionsList } from "../funcs/connectionsList.js";
import { connectionsUnlink } from "../funcs/connectionsUnlink.js";
import { connectionsUpdateAuthorization } from "../funcs/connectionsUpdateAuthorization.js";
import type { Connection } from "../models/components/shared.js";
import type {
  CreateConnectionRequest,
  CreateConnectionResponse,
  DeleteConnectionRequest,
  DeleteConnectionResponse,
  GetConnectionRequest,
  GetConnectionResponse,
  ListConnectionsRequest,
  ListConnectionsResponse,
  UnlinkConnectionRequest,
  UnlinkConnectionResponse,
  UpdateConnectionAuthorizationRequest,
  UpdateConnectionAuthorizationResponse,
} from "../models/operations/connections.js";

/**
 * Create, read, unlink and delete the connections of a company.
 *
 * A company is your customer. Each of its connections gives access to one accounting, banking or
 * commerce product. A new connection is `PendingAuth` until somebody at the company has opened its
 * `linkUrl` and authorized it.
 */
export class Connections extends Resource {
  /**
   * List connections
   *
   * Returns a page of a company's connections: 100 of them, unless you set `pageSize`.
   *
   * Errors:
   * - {@link ErrorMessage} 400, 401, 402, 403, 404, 429, 500, 503, application/json
   *
   * @see GET /companies/{companyId}/connections
   * @example
   * ```ts
   * const result = await sdk.connections.list({
   *   companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
   *   page: 1,
   *   pageSize: 100,
   *   orderBy: "-created",
   * });
   * ```
   */
  list(
    request: ListConnectionsRequest,
    options?: RequestOptions,
  ): PagedMethodPromise<ListConnectionsResponse, Connection> {
    return pagedMethod(connectionsList, this.core, request, options);
  }

  /**
   * Create a connection
   *
   * Creates a connection of a company to the integration that `platformKey` names. It is
   * `PendingAuth` until somebody at the company has authorized it at its `linkUrl`.
   *
   * A second request may create a second connection.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link ErrorMessage} 400, 401, 402, 403, 404, 429, 500, 503, application/json
   *
   * @see POST /companies/{companyId}/connections
   * @example
   * ```ts
   * const result = await sdk.connections.create({
   *   companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
   *   requestBody: {
   *     platformKey: "gbol",
   *   },
   * });
   * ```
   */
  create(
    request: CreateConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<CreateConnectionResponse> {
    return method(connectionsCreate, this.core, request, options);
  }

  /**
   * Get a connection
   *
   * Returns a connection of a company. A deleted connection is a 404.
   *
   * Errors:
   * - {@link ErrorMessage} 401, 402, 403, 404, 429, 500, 503, application/json
   *
   * @see GET /companies/{companyId}/connections/{connectionId}
   * @example
   * ```ts
   * const result = await sdk.connections.get({
   *   companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
   *   connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
   * });
   * ```
   */
  get(
    request: GetConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<GetConnectionResponse> {
    return method(connectionsGet, this.core, request, options);
  }

  /**
   * Delete a connection
   *
   * Revokes the authorization of a connection and deletes it. This cannot be undone: to get new
   * data, the company has to connect again. To keep the connection, use `unlink` instead.
   *
   * Errors:
   * - {@link ErrorMessage} 401, 402, 403, 404, 429, 500, 503, application/json
   *
   * @see DELETE /companies/{companyId}/connections/{connectionId}
   * @example
   * ```ts
   * const result = await sdk.connections.delete({
   *   companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
   *   connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
   * });
   * ```
   */
  delete(
    request: DeleteConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<DeleteConnectionResponse> {
    return method(connectionsDelete, this.core, request, options);
  }

  /**
   * Unlink a connection
   *
   * Revokes the authorization of a connection, but keeps the connection and the data that was
   * fetched, so that the company can authorize it again later. Set the status to `Unlinked`; the
   * connection must be `Linked`.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link ErrorMessage} 400, 401, 402, 403, 404, 429, 500, 503, application/json
   *
   * @see PATCH /companies/{companyId}/connections/{connectionId}
   * @example
   * ```ts
   * const result = await sdk.connections.unlink({
   *   companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
   *   connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
   *   updateConnectionStatus: {
   *     status: "Unlinked",
   *   },
   * });
   * ```
   */
  unlink(
    request: UnlinkConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<UnlinkConnectionResponse> {
    return method(connectionsUnlink, this.core, request, options);
  }

  /**
   * Update the authorization of a connection
   *
   * Replaces the credentials of a connection. Their names depend on the integration. They are
   * secrets.
   *
   * Errors:
   * - {@link ErrorMessage} 400, 401, 402, 403, 404, 429, 500, 503, application/json
   *
   * @see PUT /companies/{companyId}/connections/{connectionId}/authorization
   * @example
   * ```ts
   * const result = await sdk.connections.updateAuthorization({
   *   companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
   *   connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
   *   requestBody: {
   *     account: "acme",
   *   },
   * });
   * ```
   */
  updateAuthorization(
    request: UpdateConnectionAuthorizationRequest,
    options?: RequestOptions,
  ): MethodPromise<UpdateConnectionAuthorizationResponse> {
    return method(connectionsUpdateAuthorization, this.core, request, options);
  }
}
