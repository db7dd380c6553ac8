/** The platforms of `platforms.json`, for tests that hold for each of them. */
import { readPlatformList } from "../../scripts/platform-list.js";

/** Every platform by name, the default one included. */
export const platformNames: readonly string[] = readPlatformList().platforms.map(
  ({ name }) => name,
);

/** The platform of an SDK that is given none. */
export const defaultPlatform: string = readPlatformList().default;
