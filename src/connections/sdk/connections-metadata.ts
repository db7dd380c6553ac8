import type { Ampersand } from "../platforms/ampersand/requests.js";
import type { SDKCore } from "../core.js";
import { connectionsMetadataSet } from "../funcs/connectionsMetadataSet.js";
import { connectionsMetadataUpdate } from "../funcs/connectionsMetadataUpdate.js";
import { type RequestOptions, unwrap } from "../../lib/index.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/** `sdk.connections.metadata`: your notes on connections, where the platform keeps any (Nango). */
export class ConnectionsMetadata<P extends PlatformTypes = Ampersand> {
  readonly #core: SDKCore<P>;

  constructor(core: SDKCore<P>) {
    this.#core = core;
  }

  /** Replaces the notes on a connection. */
  set(request: RequestOf<P, "metadata.set">, options?: RequestOptions): Promise<void> {
    return unwrap(connectionsMetadataSet(this.#core, request, options));
  }

  /** Changes the notes on a connection, member by member. */
  update(request: RequestOf<P, "metadata.update">, options?: RequestOptions): Promise<void> {
    return unwrap(connectionsMetadataUpdate(this.#core, request, options));
  }
}
