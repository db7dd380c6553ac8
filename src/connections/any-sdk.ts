import type { SDKCore } from "./core.js";
import type { SDK } from "./sdk/sdk.js";
import type { AnyPlatform } from "./vocabulary/any-platform.js";

/**
 * An SDK of any platform, for code that works on all of them. Every `SDK` is one.
 *
 * @example
 * async function offboard(sdk: AnySDK, list: AnyListRequest) {
 *   for await (const connection of sdk.connections.list(list).items())
 *     await sdk.connections.delete(connection.coordinates);
 * }
 */
export type AnySDK = SDK<AnyPlatform>;

/** {@link AnySDK} for standalone functions. Every `SDKCore` is one. */
export type AnyCore = SDKCore<AnyPlatform>;
