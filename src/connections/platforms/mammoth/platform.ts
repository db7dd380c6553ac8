import { mergeOptions } from "../../vocabulary/merge-options.js";
import { type Platform, definePlatform } from "../../vocabulary/platform.js";
import { MammothAnalyticsCore } from "../../../platforms/mammoth/core.js";
import { coordinates } from "./coordinates.js";
import { kindOf } from "./kind.js";
import { scopes } from "./scopes.js";
import type { Mammoth, MammothOptions } from "./types.js";
import { generate, get, list, remove, update, updateAuthorization } from "./verbs.js";

/**
 * Mammoth Analytics as a platform of the unified API. `projectIdOrName` is the id of the workspace
 * and the id of the project, for example `4/12`.
 *
 * @param options - `apiKey` and `apiSecret`, and any client options.
 * @see https://app.mammoth.io/api/v2/docs
 */
export function mammoth(options: MammothOptions = {}): Platform<Mammoth> {
  return definePlatform<Mammoth>({
    name: "mammoth",
    connect: (shared) => new MammothAnalyticsCore(mergeOptions(shared, options)),
    coordinates,
    kindOf,
    verbs: { list, generate, get, update, delete: remove, updateAuthorization, scopes },
  });
}
