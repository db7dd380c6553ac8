import type { Ampersand, AmpersandOptions } from "./platforms/ampersand/types.js";
import { SDKNodePlatformCore } from "../platforms/ampersand/core.js";
import { env, envFlag } from "../lib/web/env.js";
import type { ClientOptions } from "../lib/index.js";
import type { Platform } from "./vocabulary/platform.js";
import type { PlatformTypes } from "./vocabulary/verbs.js";

/**
 * Options of `SDK` and `SDKCore`: a `platform`, or the credentials of the default platform,
 * Ampersand, and any client options beside them. The environment variables
 * `CONNECTIONS_SDK_API_KEY_HEADER` and `CONNECTIONS_SDK_DEBUG` are used for what you don't pass.
 */
export type SDKOptions<P extends PlatformTypes = Ampersand> =
  | (AmpersandOptions & {
      /** The platform to use. Defaults to Ampersand. */
      platform?: undefined;
    })
  | (ClientOptions & {
      /** The platform to use, for example `nango({ apiKey })`. */
      platform: Platform<P>;
    });

/**
 * The client that every standalone function takes as its first argument. Create one and share it
 * across your application. A bundle contains only the functions that you import.
 *
 * @example
 * const core = new SDKCore({ apiKeyHeader: "<YOUR_API_KEY_HERE>" });
 * const res = await connectionsList(core, { projectIdOrName: "my-project" });
 */
export class SDKCore<P extends PlatformTypes = Ampersand> {
  /** @internal */
  declare readonly _platform: Platform<P> | undefined;
  /** @internal The client of the platform, whatever its type. */
  declare readonly _client: unknown;

  constructor(options: SDKOptions<P> = {}) {
    const { platform, ...rest } = options;
    rest.debugLogger ??= envFlag("CONNECTIONS_SDK_DEBUG") ? console : undefined;
    const client = platform === undefined ? defaultClient(rest) : platform.connect(rest);
    // Not enumerable, so that logging an SDK does not print its keys.
    Object.defineProperties(this, { _platform: { value: platform }, _client: { value: client } });
  }
}

function defaultClient(options: AmpersandOptions): SDKNodePlatformCore {
  // An option takes precedence over the environment, and so does a token over the key of the
  // environment.
  const key =
    options.apiKeyHeader || options.bearer ? undefined : env("CONNECTIONS_SDK_API_KEY_HEADER");
  return new SDKNodePlatformCore(key === undefined ? options : { ...options, apiKeyHeader: key });
}
