import type { Ampersand } from "../platforms/ampersand/requests.js";
import { SDKCore } from "../core.js";
import { ConnectionAliases } from "../legacy/connection-aliases.js";
import { Connections } from "./connections.js";
import type { PlatformTypes } from "../vocabulary/verbs.js";

/**
 * The SDK as an object with methods. Where the bundle counts, use the standalone functions with an {@link SDKCore}: they are
 * the same operations, and an `SDK` is a core too.
 *
 * @example
 * const sdk = new SDK({ apiKeyHeader: "<YOUR_API_KEY_HERE>" });
 * const page = await sdk.connections.list({ projectIdOrName: "my-project", groupRef: "group-123" });
 */
export class SDK<P extends PlatformTypes = Ampersand> extends SDKCore<P> {
  #connections?: Connections<P>;
  #aliases?: ConnectionAliases;

  /** Connections of customers to third-party services. */
  get connections(): Connections<P> {
    return (this.#connections ??= new Connections<P>(this));
  }

  /**
   * The names of Ampersand's first SDK.
   *
   * @deprecated Use `connections`.
   */
  get connection(): ConnectionAliases {
    // The aliases say themselves that a platform other than Ampersand has no such operation.
    return (this.#aliases ??= new ConnectionAliases(this as SDKCore<never>));
  }
}
