import type { Ampersand } from "../platforms/ampersand/types.js";
import type { SDKCore } from "../core.js";
import { connectionsDelete } from "../funcs/connectionsDelete.js";
import { connectionsGenerate } from "../funcs/connectionsGenerate.js";
import { connectionsGet } from "../funcs/connectionsGet.js";
import { connectionsList } from "../funcs/connectionsList.js";
import { connectionsUnlink } from "../funcs/connectionsUnlink.js";
import { connectionsUpdate } from "../funcs/connectionsUpdate.js";
import { connectionsUpdateAuthorization } from "../funcs/connectionsUpdateAuthorization.js";
import {
  type PagedPromise,
  type PromiseWithResponse,
  type RequestOptions,
  unwrap,
  unwrapPages,
} from "../../lib/index.js";
import type { Authorization, Connection, ConnectionsPage } from "../vocabulary/connection.js";
import { ConnectionsMetadata } from "./connections-metadata.js";
import type { PlaceOf, PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * `sdk.connections`: the verbs of the unified API as methods. A method throws the errors that its
 * function returns.
 */
export class Connections<P extends PlatformTypes = Ampersand> {
  readonly #core: SDKCore<P>;
  #metadata?: ConnectionsMetadata<P>;

  constructor(core: SDKCore<P>) {
    this.#core = core;
  }

  /** Your own metadata for connections, on platforms that store it (Nango). */
  get metadata(): ConnectionsMetadata<P> {
    return (this.#metadata ??= new ConnectionsMetadata(this.#core));
  }

  /**
   * Lists connections. `await` returns the first page, `for await (const page of ...)` reads every
   * page, and `.items()` reads every connection.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   * @example
   * const list = sdk.connections.list({ projectIdOrName: "my-project" });
   * for await (const connection of list.items()) {
   *   console.log(connection.id, connection.status);
   * }
   */
  list(
    request: RequestOf<P, "list">,
    options?: RequestOptions,
  ): PagedPromise<ConnectionsPage<P["raw"], PlaceOf<P>>, Connection<P["raw"], PlaceOf<P>>> {
    return unwrapPages(connectionsList(this.#core, request, options));
  }

  /**
   * Creates a connection, usually from credentials that you already have. If the customer has to
   * authorize it first, and the platform can create the connection before that (Codat), the
   * connection has an `authorizationUrl`.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  generate(
    request: RequestOf<P, "generate">,
    options?: RequestOptions,
  ): PromiseWithResponse<Connection<P["raw"], PlaceOf<P>>> {
    return unwrap(connectionsGenerate(this.#core, request, options));
  }

  /**
   * Gets a connection.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  get(
    request: RequestOf<P, "get"> | undefined,
    options?: RequestOptions,
  ): PromiseWithResponse<Connection<P["raw"], PlaceOf<P>>> {
    return unwrap(connectionsGet(this.#core, request, options));
  }

  /**
   * Updates a connection. Members that you don't pass keep their values.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  update(
    request: RequestOf<P, "update">,
    options?: RequestOptions,
  ): PromiseWithResponse<Connection<P["raw"], PlaceOf<P>>> {
    return unwrap(connectionsUpdate(this.#core, request, options));
  }

  /**
   * Deletes a connection and its credentials. This cannot be undone.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  delete(
    request: RequestOf<P, "delete"> | undefined,
    options?: RequestOptions,
  ): PromiseWithResponse<void> {
    return unwrap(connectionsDelete(this.#core, request, options));
  }

  /**
   * Disconnects a connection from its service and keeps the data that was fetched. Supported by
   * Codat.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  unlink(
    request: RequestOf<P, "unlink"> | undefined,
    options?: RequestOptions,
  ): PromiseWithResponse<Connection<P["raw"], PlaceOf<P>>> {
    return unwrap(connectionsUnlink(this.#core, request, options));
  }

  /**
   * Replaces the credentials of a connection, or returns the URL where the customer authorizes it
   * again.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  updateAuthorization(
    request: RequestOf<P, "updateAuthorization">,
    options?: RequestOptions,
  ): PromiseWithResponse<Authorization<P["raw"], PlaceOf<P>>> {
    return unwrap(connectionsUpdateAuthorization(this.#core, request, options));
  }
}
