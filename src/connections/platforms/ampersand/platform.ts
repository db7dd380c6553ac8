import { mergeOptions } from "../../vocabulary/map-result.js";
import { type Platform, definePlatform } from "../../vocabulary/platform.js";
import { SDKNodePlatformCore } from "../../../platforms/ampersand/core.js";
import type { Ampersand, AmpersandOptions } from "./requests.js";
import { generate, get, list, remove, update, updateAuthorization } from "./verbs.js";

/**
 * Ampersand as a platform of the SDK. It is the default one: `new SDK({ apiKeyHeader })` is
 * `new SDK({ platform: ampersand({ apiKeyHeader }) })`.
 *
 * @param options - `apiKeyHeader` or `bearer`, and what every client can be told.
 * @see https://docs.withampersand.com
 */
export function ampersand(options: AmpersandOptions = {}): Platform<Ampersand> {
  return definePlatform<Ampersand>({
    name: "ampersand",
    connect: (shared) => new SDKNodePlatformCore(mergeOptions(shared, options)),
    verbs: { list, generate, get, update, delete: remove, updateAuthorization },
  });
}
