import type { Ampersand } from "../platforms/ampersand/types.js";
import { SDKCore } from "../core.js";
import { ConnectionAliases } from "../legacy/connection-aliases.js";
import { Connections } from "./connections.js";
import type { PlatformTypes } from "../vocabulary/verbs.js";

/**
 * The SDK as a class with methods that throw. If bundle size matters, use the standalone functions
 * with an {@link SDKCore} instead. They run the same operations and also accept an `SDK`.
 *
 * @example
 * const sdk = new SDK({ apiKeyHeader: "<YOUR_API_KEY_HERE>" });
 * const request = { projectIdOrName: "my-project", groupRef: "group-123" };
 * const page = await sdk.connections.list(request);
 */
export class SDK<P extends PlatformTypes = Ampersand> extends SDKCore<P> {
  #connections?: Connections<P>;
  #aliases?: ConnectionAliases;

  /** Your customers' connections to third-party services. */
  get connections(): Connections<P> {
    return (this.#connections ??= new Connections<P>(this));
  }

  /**
   * The method names of Ampersand's first SDK.
   *
   * @deprecated Use `connections`.
   */
  get connection(): ConnectionAliases {
    // On another platform the aliases return an UnsupportedOperationError themselves.
    return (this.#aliases ??= new ConnectionAliases(this as SDKCore<never>));
  }
}
