/**
 * The bundles whose sizes are recorded. A platform that is added to `platforms.json` brings its
 * own.
 */
import { platformNames } from "../support/platforms.js";
import * as modules from "./modules.js";
import { listOf, rootListOn, rootSDKOn } from "./platform-modules.js";

/** A bundle by the name that it has in the record. */
export interface NamedBundle {
  readonly name: string;
  /** The source of the module to bundle. */
  readonly module: string;
}

/** What users import, from a single enum to the root SDK on each platform. */
export const bundles: readonly NamedBundle[] = [
  { name: "the values of an enum", module: modules.oneEnum },
  { name: "one error class", module: modules.oneErrorClass },
  ...forEachPlatform("one function of the SDK of", listOf),
  { name: "one root function", module: modules.rootFunction },
  ...forEachPlatform("one root function on", rootListOn),
  { name: "the root SDK", module: modules.rootSDK },
  ...forEachPlatform("the root SDK on", rootSDKOn),
  { name: "one schema of zod of ampersand", module: modules.oneZodSchema },
  { name: "a connection as JSON, as a schema of zod", module: modules.zodConnectionData },
];

function forEachPlatform(
  name: string,
  moduleOf: (platform: string) => string,
): readonly NamedBundle[] {
  return platformNames.map((platform) => ({
    name: `${name} ${platform}`,
    module: moduleOf(platform),
  }));
}
