import { mergeOptions } from "../../vocabulary/merge-options.js";
import { type Platform, definePlatform } from "../../vocabulary/platform.js";
import { NangoCore } from "../../../platforms/nango/core.js";
import { coordinates } from "./coordinates.js";
import { kindOf } from "./kind.js";
import { revisionOf } from "./mapping.js";
import { scopes } from "./scopes.js";
import type { NangoOptions, NangoPlatform } from "./types.js";
import {
  check,
  find,
  generate,
  get,
  list,
  remove,
  setMetadata,
  update,
  updateAuthorization,
  updateMetadata,
} from "./verbs.js";

/**
 * Nango as a platform of the unified API.
 *
 * @param options - `apiKey`, and any client options.
 * @example
 * const sdk = new SDK({ platform: nango({ apiKey: "<YOUR_API_KEY_HERE>" }) });
 * @see https://nango.dev/docs
 */
export function nango(options: NangoOptions = {}): Platform<NangoPlatform> {
  return definePlatform<NangoPlatform>({
    name: "nango",
    connect: (shared) => new NangoCore(mergeOptions(shared, options)),
    coordinates,
    extra: [
      "connectionConfig",
      "connectionId",
      "forceRefresh",
      "limit",
      "metadata",
      "page",
      "refreshGithubAppJwtToken",
      "refreshToken",
      "search",
      "tags",
      "webhookUrlOverride",
    ],
    kindOf,
    find,
    revisionOf,
    verbs: {
      list,
      generate,
      get,
      update,
      delete: remove,
      updateAuthorization,
      check,
      scopes,
      "metadata.set": setMetadata,
      "metadata.update": updateMetadata,
    },
  });
}
