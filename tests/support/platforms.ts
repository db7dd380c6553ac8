/** The platforms of `platforms.json`, for tests that run for each of them. */
import { readPlatformList } from "../../scripts/platform-list.js";

/** The names of all platforms, including the default one. */
export const platformNames: readonly string[] = readPlatformList().platforms.map(
  ({ name }) => name,
);

/** The platform of an SDK without a `platform` option. */
export const defaultPlatform: string = readPlatformList().default;
