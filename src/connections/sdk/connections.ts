import type { Ampersand } from "../platforms/ampersand/requests.js";
import type { SDKCore } from "../core.js";
import { connectionsDelete } from "../funcs/connectionsDelete.js";
import { connectionsGenerate } from "../funcs/connectionsGenerate.js";
import { connectionsGet } from "../funcs/connectionsGet.js";
import { connectionsList } from "../funcs/connectionsList.js";
import { connectionsUnlink } from "../funcs/connectionsUnlink.js";
import { connectionsUpdate } from "../funcs/connectionsUpdate.js";
import { connectionsUpdateAuthorization } from "../funcs/connectionsUpdateAuthorization.js";
import { type PagedPromise, type RequestOptions, unwrap, unwrapPages } from "../../lib/index.js";
import type { Authorization, Connection, ConnectionsPage } from "../vocabulary/connection.js";
import { ConnectionsMetadata } from "./connections-metadata.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/** `sdk.connections`: what can be done with connections, in the same words on every platform. Methods throw the errors that functions answer. */
export class Connections<P extends PlatformTypes = Ampersand> {
  readonly #core: SDKCore<P>;
  #metadata?: ConnectionsMetadata<P>;

  constructor(core: SDKCore<P>) {
    this.#core = core;
  }

  /** Your notes on connections, where the platform keeps any. */
  get metadata(): ConnectionsMetadata<P> {
    return (this.#metadata ??= new ConnectionsMetadata(this.#core));
  }

  /**
   * Lists connections. `await` gives the first page, `for await (const page of ...)` every page, `.items()` every connection.
   *
   * @example
   * for await (const connection of sdk.connections.list({ projectIdOrName: "my-project" }).items()) {
   *   console.log(connection.id, connection.status);
   * }
   */
  list(
    request: RequestOf<P, "list">,
    options?: RequestOptions,
  ): PagedPromise<ConnectionsPage<P["raw"]>, Connection<P["raw"]>> {
    return unwrapPages(connectionsList(this.#core, request, options));
  }

  /** Makes a connection from credentials that you have. */
  generate(
    request: RequestOf<P, "generate">,
    options?: RequestOptions,
  ): Promise<Connection<P["raw"]>> {
    return unwrap(connectionsGenerate(this.#core, request, options));
  }

  /** Reads one connection. */
  get(request: RequestOf<P, "get">, options?: RequestOptions): Promise<Connection<P["raw"]>> {
    return unwrap(connectionsGet(this.#core, request, options));
  }

  /** Changes a connection: what is given, and nothing else. */
  update(request: RequestOf<P, "update">, options?: RequestOptions): Promise<Connection<P["raw"]>> {
    return unwrap(connectionsUpdate(this.#core, request, options));
  }

  /** Deletes a connection. There is no way back. */
  delete(request: RequestOf<P, "delete">, options?: RequestOptions): Promise<void> {
    return unwrap(connectionsDelete(this.#core, request, options));
  }

  /** Cuts a connection off from its service and keeps what was fetched, where the platform has this (Codat). */
  unlink(request: RequestOf<P, "unlink">, options?: RequestOptions): Promise<Connection<P["raw"]>> {
    return unwrap(connectionsUnlink(this.#core, request, options));
  }

  /** Gives a connection new credentials, or says where its customer authorizes it again. */
  updateAuthorization(
    request: RequestOf<P, "updateAuthorization">,
    options?: RequestOptions,
  ): Promise<Authorization<P["raw"]>> {
    return unwrap(connectionsUpdateAuthorization(this.#core, request, options));
  }
}
