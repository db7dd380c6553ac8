// Written by sdkwright. Change the document or the generator, not this file.
import { type MethodPromise, type RequestOptions, Resource, method } from "../../../lib/index.js";
import { connectionsCreate } from "../funcs/connectionsCreate.js";
import { connectionsDelete } from "../funcs/connectionsDelete.js";
import { connectionsGet } from "../funcs/connectionsGet.js";
import { connectionsGetActiveConnectors } from "../funcs/connectionsGetActiveConnectors.js";
import { connectionsList } from "../funcs/connectionsList.js";
import { connectionsUpdate } from "../funcs/connectionsUpdate.js";
import type {
  DeleteConnectionRequest,
  DeleteConnectionResponse,
  GetActiveConnectorsRequest,
  GetActiveConnectorsResponse,
  GetConnectionRequest,
  GetConnectionResponse,
  ListConnectionsRequest,
  ListConnectionsResponse,
  SaveConnectionRequest,
  SaveConnectionResponse,
  UpdateConnectionRequest,
  UpdateConnectionResponse,
} from "../models/operations/connections.js";

/** Create, read, update and delete the connections of a connector. */
export class Connections extends Resource {
  /**
   * List connections
   *
   * Returns the connections of a connector in a project. The response is not paginated.
   *
   * Errors:
   * - {@link ListConnectionsResponseBodyError} 400, application/json
   * - {@link ListConnectionsUnauthorizedError} 401, 403, application/json
   *
   * @see GET
   *   /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections
   * @example
   * ```ts
   * const result = await sdk.connections.list({
   *   workspaceId: 4,
   *   projectId: 12,
   *   connectorKey: "postgres",
   * });
   * ```
   */
  list(
    request: ListConnectionsRequest,
    options?: RequestOptions,
  ): MethodPromise<ListConnectionsResponse> {
    return method(connectionsList, this.core, request, options);
  }

  /**
   * Create a connection
   *
   * Creates a connection from credentials.
   *
   * The body contains the credentials. Its members depend on the connector: for example `hostname`,
   * `port`, `database`, `username` and `password` for PostgreSQL, or `code` for a service that uses
   * OAuth.
   *
   * The server finishes the work in a job after it has responded: see `jobId` and `jobs.get`. For a
   * connector that lets the user pick files first, the response instead contains a `pendingId` and
   * what the file picker needs.
   *
   * A second request may create a second connection.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link SaveConnectionResponseBodyError} 400, application/json
   * - {@link SaveConnectionUnauthorizedError} 401, 403, application/json
   *
   * @see POST
   *   /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections
   * @example
   * ```ts
   * const result = await sdk.connections.create({
   *   workspaceId: 4,
   *   projectId: 12,
   *   connectorKey: "postgres",
   *   requestBody: {
   *     hostname: "db.example.com",
   *     port: 5432,
   *     database: "sales",
   *     username: "reader",
   *     password: "<password>",
   *   },
   * });
   * ```
   */
  create(
    request: SaveConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<SaveConnectionResponse> {
    return method(connectionsCreate, this.core, request, options);
  }

  /**
   * Get a connection
   *
   * Returns what Mammoth can read through a connection.
   *
   * The response depends on the connector and on `concern`, and therefore has no schema: it can be
   * any JSON value.
   *
   * Errors:
   * - {@link GetConnectionResponseBodyError} 400, application/json
   * - {@link GetConnectionUnauthorizedError} 401, 403, application/json
   *
   * @see GET
   *   /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections/{connection_key}
   * @example
   * ```ts
   * const result = await sdk.connections.get({
   *   workspaceId: 4,
   *   projectId: 12,
   *   connectorKey: "postgres",
   *   connectionKey: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8",
   *   profile: "api",
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
   * Update a connection
   *
   * Replaces the credentials of a connection.
   *
   * The only operation is `replace`, and the only path is `connection`. Pass every member: whether
   * the server keeps members that the value does not have is not known.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link UpdateConnectionResponseBodyError} 400, application/json
   * - {@link UpdateConnectionUnauthorizedError} 401, 403, application/json
   *
   * @see PATCH
   *   /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections/{connection_key}
   * @example
   * ```ts
   * const result = await sdk.connections.update({
   *   workspaceId: 4,
   *   projectId: 12,
   *   connectorKey: "postgres",
   *   connectionKey: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8",
   *   patch: [
   *     {
   *       op: "replace",
   *       path: "connection",
   *       value: {
   *         hostname: "db.example.com",
   *         port: 5432,
   *         database: "sales",
   *         username: "reader",
   *         password: "<password>",
   *       },
   *     },
   *   ],
   * });
   * ```
   */
  update(
    request: UpdateConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<UpdateConnectionResponse> {
    return method(connectionsUpdate, this.core, request, options);
  }

  /**
   * Delete a connection
   *
   * Deletes a connection and its credentials.
   *
   * Errors:
   * - {@link DeleteConnectionResponseBodyError} 400, application/json
   * - {@link DeleteConnectionUnauthorizedError} 401, 403, application/json
   *
   * @see DELETE
   *   /workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections/{connection_key}
   * @example
   * ```ts
   * const result = await sdk.connections.delete({
   *   workspaceId: 4,
   *   projectId: 12,
   *   connectorKey: "postgres",
   *   connectionKey: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8",
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
   * List active connectors
   *
   * Returns the keys of the connectors that a workspace has connections for.
   *
   * Errors:
   * - {@link GetActiveConnectorsResponseBodyError} 400, application/json
   * - {@link GetActiveConnectorsUnauthorizedError} 401, 403, application/json
   *
   * @see GET /workspaces/{workspace_id}/active_connectors
   * @example
   * ```ts
   * const result = await sdk.connections.getActiveConnectors({
   *   workspaceId: 4,
   * });
   * ```
   */
  getActiveConnectors(
    request: GetActiveConnectorsRequest,
    options?: RequestOptions,
  ): MethodPromise<GetActiveConnectorsResponse> {
    return method(connectionsGetActiveConnectors, this.core, request, options);
  }
}
