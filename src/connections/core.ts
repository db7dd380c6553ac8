import type { Ampersand, AmpersandOptions } from "./platforms/ampersand/requests.js";
import { SDKNodePlatformCore } from "../platforms/ampersand/core.js";
import { env, envFlag } from "../lib/web/env.js";
import type { Client, ClientOptions } from "../lib/index.js";
import type { Platform } from "./vocabulary/platform.js";
import type { PlatformTypes } from "./vocabulary/verbs.js";

/**
 * What `new SDK(...)` and `new SDKCore(...)` take: a platform, or the key of the default one, Ampersand. The environment stands
 * in for what is not given: `CONNECTIONS_SDK_API_KEY_HEADER`, `CONNECTIONS_SDK_DEBUG`.
 */
export type SDKOptions<P extends PlatformTypes = Ampersand> =
  | (AmpersandOptions & { platform?: undefined })
  | (ClientOptions & { platform: Platform<P> });

/**
 * Whom the standalone functions ask: a platform and how to reach it. Make one and use it throughout an application; a bundle
 * holds only the functions that you import.
 *
 * @example
 * const core = new SDKCore({ apiKeyHeader: "<YOUR_API_KEY_HERE>" });
 * const res = await connectionsList(core, { projectIdOrName: "my-project" });
 */
export class SDKCore<P extends PlatformTypes = Ampersand> {
  /** @internal */
  declare readonly _platform: Platform<P> | undefined;
  /** @internal */
  declare readonly _client: Client;

  constructor(options: SDKOptions<P> = {}) {
    const { platform, ...rest } = options;
    rest.debugLogger ??= envFlag("CONNECTIONS_SDK_DEBUG") ? console : undefined;
    const client = platform === undefined ? defaultClient(rest) : platform.connect(rest);
    // Not enumerable, so that logging an SDK does not show its keys.
    Object.defineProperties(this, { _platform: { value: platform }, _client: { value: client } });
  }
}

function defaultClient(options: AmpersandOptions): Client {
  // What is given goes before what the environment says, a token before its key as well.
  const key =
    options.apiKeyHeader || options.bearer ? undefined : env("CONNECTIONS_SDK_API_KEY_HEADER");
  return new SDKNodePlatformCore(key === undefined ? options : { ...options, apiKeyHeader: key });
}
