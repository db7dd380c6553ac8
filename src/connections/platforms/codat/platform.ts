import { mergeOptions } from "../../vocabulary/merge-options.js";
import { type Platform, definePlatform } from "../../vocabulary/platform.js";
import { CodatPlatformCore } from "../../../platforms/codat/core.js";
import { coordinates } from "./coordinates.js";
import { scopes } from "./scopes.js";
import type { Codat, CodatOptions } from "./types.js";
import { generate, get, list, remove, unlink, updateAuthorization } from "./verbs.js";

/**
 * Codat as a platform of the unified API.
 *
 * @param options - `authHeader`, and any client options.
 * @example
 * const sdk = new SDK({ platform: codat({ authHeader: "Basic <YOUR_API_KEY_IN_BASE64>" }) });
 * @see https://docs.codat.io
 */
export function codat(options: CodatOptions = {}): Platform<Codat> {
  return definePlatform<Codat>({
    name: "codat",
    connect: (shared) => new CodatPlatformCore(mergeOptions(shared, options)),
    coordinates,
    extra: ["page", "pageSize", "query", "orderBy"],
    verbs: { list, generate, get, delete: remove, unlink, updateAuthorization, scopes },
  });
}
