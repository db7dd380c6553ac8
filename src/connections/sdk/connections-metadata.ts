import type { Ampersand } from "../platforms/ampersand/types.js";
import type { SDKCore } from "../core.js";
import { connectionsMetadataSet } from "../funcs/connectionsMetadataSet.js";
import { connectionsMetadataUpdate } from "../funcs/connectionsMetadataUpdate.js";
import { type PromiseWithResponse, type RequestOptions, unwrap } from "../../lib/index.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * `sdk.connections.metadata`: your own metadata for connections, on platforms that store it
 * (Nango).
 */
export class ConnectionsMetadata<P extends PlatformTypes = Ampersand> {
  readonly #core: SDKCore<P>;

  constructor(core: SDKCore<P>) {
    this.#core = core;
  }

  /**
   * Replaces the metadata of a connection.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  set(request: RequestOf<P, "metadata.set">, options?: RequestOptions): PromiseWithResponse<void> {
    return unwrap(connectionsMetadataSet(this.#core, request, options));
  }

  /**
   * Updates members of a connection's metadata. Members that you don't pass keep their values.
   *
   * @throws The platform's typed errors, a client error, or an `UnsupportedOperationError`.
   */
  update(
    request: RequestOf<P, "metadata.update">,
    options?: RequestOptions,
  ): PromiseWithResponse<void> {
    return unwrap(connectionsMetadataUpdate(this.#core, request, options));
  }
}
