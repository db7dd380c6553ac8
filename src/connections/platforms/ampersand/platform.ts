import { mergeOptions } from "../../vocabulary/merge-options.js";
import { type Platform, definePlatform } from "../../vocabulary/platform.js";
import { SDKNodePlatformCore } from "../../../platforms/ampersand/core.js";
import { coordinates } from "./coordinates.js";
import { scopes } from "./scopes.js";
import type { Ampersand, AmpersandOptions } from "./types.js";
import { check, generate, get, list, remove, update, updateAuthorization } from "./verbs.js";

/**
 * Ampersand as a platform of the unified API. It is the default: `new SDK({ apiKeyHeader })` is the
 * same as `new SDK({ platform: ampersand({ apiKeyHeader }) })`.
 *
 * @param options - `apiKeyHeader` or `bearer`, and any client options.
 * @see https://docs.withampersand.com
 */
export function ampersand(options: AmpersandOptions = {}): Platform<Ampersand> {
  return definePlatform<Ampersand>({
    name: "ampersand",
    connect: (shared) => new SDKNodePlatformCore(mergeOptions(shared, options)),
    coordinates,
    extra: [
      "groupName",
      "consumerName",
      "providerWorkspaceRef",
      "providerMetadata",
      "updateMask",
      "includeCreds",
      "includeRefreshToken",
      "refresh",
    ],
    verbs: { list, generate, get, update, delete: remove, updateAuthorization, check, scopes },
  });
}
