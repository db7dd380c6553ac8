import { mergeOptions } from "../../vocabulary/map-result.js";
import { type Platform, definePlatform } from "../../vocabulary/platform.js";
import { MammothAnalyticsCore } from "../../../platforms/mammoth/core.js";
import type { Mammoth, MammothOptions } from "./requests.js";
import { generate, get, list, remove, update, updateAuthorization } from "./verbs.js";

/**
 * Mammoth Analytics as a platform of the SDK. Its projects are named by two ids, `4/12`: the workspace and the project.
 *
 * @param options - `apiKey` and `apiSecret`, and what every client can be told.
 * @see https://app.mammoth.io/api/v2/docs
 */
export function mammoth(options: MammothOptions = {}): Platform<Mammoth> {
  return definePlatform<Mammoth>({
    name: "mammoth",
    connect: (shared) => new MammothAnalyticsCore(mergeOptions(shared, options)),
    verbs: { list, generate, get, update, delete: remove, updateAuthorization },
  });
}
