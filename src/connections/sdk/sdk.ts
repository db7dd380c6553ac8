import type { Ampersand } from "../platforms/ampersand/types.js";
import { SDKCore } from "../core.js";
import { ConnectionAliases } from "../legacy/connection-aliases.js";
import { Connections } from "./connections.js";
import { ampersand } from "../platforms/ampersand/platform.js";
import type { Platform } from "../vocabulary/platform.js";
import type { Tenant } from "../vocabulary/tenant.js";
import { platformWithin } from "../vocabulary/within.js";
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
   * A client for one customer, or for one person of a customer. Its lists are filtered, and every
   * connection that comes back is checked. Every verb for one connection proves first whose it is:
   * a stranger's is not found. Nothing in a request widens it.
   *
   * The proof is a request of its own. If your application gives a connection to another customer
   * between the proof and the call, the call still reaches it, but returns nothing of it.
   *
   * @throws InvalidRequestError if the platform cannot tell customers apart.
   * @example
   * const theirs = sdk.within({ groupRef: "group-123" });
   * await theirs.connections.get({ projectIdOrName: "my-project", connectionId: "conn-0001" });
   */
  within(tenant: Tenant): SDK<P> {
    // Without a platform of its own, the SDK is for Ampersand.
    const platform = this._platform ?? (ampersand() as unknown as Platform<P>);
    return new SDK<P>({ platform: platformWithin(platform, this._client, tenant) });
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
