import type { Ampersand } from "../platforms/ampersand/types.js";
import type { SDKCore } from "../core.js";
import { connectionsCheck } from "../funcs/connectionsCheck.js";
import { connectionsDelete } from "../funcs/connectionsDelete.js";
import { connectionsGenerate } from "../funcs/connectionsGenerate.js";
import { connectionsGet } from "../funcs/connectionsGet.js";
import { connectionsList } from "../funcs/connectionsList.js";
import { connectionsScopes } from "../funcs/connectionsScopes.js";
import { connectionsUnlink } from "../funcs/connectionsUnlink.js";
import { connectionsUpdate } from "../funcs/connectionsUpdate.js";
import { connectionsUpdateAuthorization } from "../funcs/connectionsUpdateAuthorization.js";
import { connectionsWaitFor } from "../funcs/connectionsWaitFor.js";
import {
  type PagedPromise,
  type PromiseWithResponse,
  type RequestOptions,
  unwrap,
  unwrapPages,
} from "../../lib/index.js";
import type { Connection, ConnectionsPage } from "../vocabulary/connection.js";
import type { ScopesPage } from "../vocabulary/scopes.js";
import type { WaitOptions, WaitRequest } from "../vocabulary/wait-for.js";
import { ConnectionsMetadata } from "./connections-metadata.js";
import type {
  PlaceOf,
  PlatformTypes,
  RequestOf,
  ValueOf,
  ValueWithoutCredentials,
  WithCredentials,
  WithoutCredentials,
} from "../vocabulary/verbs.js";

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
   * Returns the requests for `list` that cover an account, to audit, export or offboard everything:
   * one for each project on Ampersand, for each company on Codat, for each connector of a project
   * on Mammoth, and a single one on Nango. `{}` is the whole account.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   * @example
   * for await (const scope of sdk.connections.scopes({}).items()) {
   *   for await (const connection of sdk.connections.list(scope).items()) {
   *     console.log(connection.id, connection.status);
   *   }
   * }
   */
  scopes(
    request: RequestOf<P, "scopes">,
    options?: RequestOptions,
  ): PagedPromise<ScopesPage<RequestOf<P, "list">>, RequestOf<P, "list">> {
    return unwrapPages(connectionsScopes(this.#core, request, options));
  }

  /**
   * Connects a customer to a service: imports credentials that you already have. Without
   * credentials, returns a `SignIn`: where the customer signs in. On Codat, the connection exists
   * at once, pending and with an `authorizationUrl`. Pass either to `waitFor`.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  generate(
    request: WithCredentials<P, "generate">,
    options?: RequestOptions,
  ): PromiseWithResponse<Connection<P["raw"], PlaceOf<P>>>;
  generate(
    request: WithoutCredentials<P, "generate">,
    options?: RequestOptions,
  ): PromiseWithResponse<ValueWithoutCredentials<P, "generate">>;
  generate(
    request: RequestOf<P, "generate">,
    options?: RequestOptions,
  ): PromiseWithResponse<ValueOf<P, "generate">>;
  generate(
    request: RequestOf<P, "generate">,
    options?: RequestOptions,
  ): PromiseWithResponse<unknown> {
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
   * Deletes a connection and its credentials, to disconnect or offboard a customer. This cannot be
   * undone: the customer has to connect again.
   *
   * Codat revokes the authorization at the service too. Nango, Ampersand and Mammoth delete what
   * they have stored, and are not known to revoke it: the token may stay valid until it expires, or
   * until the customer revokes it at the service.
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
   * Codat, which revokes the authorization at the service. It can be undone: the customer relinks
   * the connection at the URL of `updateAuthorization`. Only an active connection can be unlinked.
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
   * Reconnects (relinks) a connection: replaces its credentials. Without credentials, returns a
   * `SignIn`: where the customer signs in again. Pass it to `waitFor`.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  updateAuthorization(
    request: WithCredentials<P, "updateAuthorization">,
    options?: RequestOptions,
  ): PromiseWithResponse<Connection<P["raw"], PlaceOf<P>>>;
  updateAuthorization(
    request: WithoutCredentials<P, "updateAuthorization">,
    options?: RequestOptions,
  ): PromiseWithResponse<ValueWithoutCredentials<P, "updateAuthorization">>;
  updateAuthorization(
    request: RequestOf<P, "updateAuthorization">,
    options?: RequestOptions,
  ): PromiseWithResponse<ValueOf<P, "updateAuthorization">>;
  updateAuthorization(
    request: RequestOf<P, "updateAuthorization">,
    options?: RequestOptions,
  ): PromiseWithResponse<unknown> {
    return unwrap(connectionsUpdateAuthorization(this.#core, request, options));
  }

  /**
   * Waits until a customer has signed in: polls, every two seconds by default, until the connection
   * is no longer `pending`. After `updateAuthorization`, it waits for a change that was made since.
   * The connection can be `broken`: check its status.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`. If the
   * customer does not sign in within `timeoutMs`, a `RequestTimeoutError`.
   * @example
   * const signIn = await sdk.connections.updateAuthorization(connection.coordinates);
   * redirect(signIn.authorizationUrl);
   * const { status } = await sdk.connections.waitFor(signIn, { timeoutMs: 300_000 });
   */
  waitFor(
    request: WaitRequest<P> | undefined,
    options?: WaitOptions,
  ): PromiseWithResponse<Connection<P["raw"], PlaceOf<P>>> {
    return unwrap(connectionsWaitFor(this.#core, request, options));
  }

  /**
   * Checks whether the credentials of a connection work: has the platform use or renew them now. If
   * the service refuses them, the connection is `broken`. Supported by Ampersand and Nango.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  check(
    request: RequestOf<P, "check"> | undefined,
    options?: RequestOptions,
  ): PromiseWithResponse<Connection<P["raw"], PlaceOf<P>>> {
    return unwrap(connectionsCheck(this.#core, request, options));
  }
}
