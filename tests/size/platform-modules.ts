/** What users of one platform import, as modules to be bundled. */
import { rootFunction, rootSDK } from "./modules.js";

/** The factory of each platform, which is the name of its folder too, and the core of its SDK. */
export const platforms = {
  ampersand: "SDKNodePlatformCore",
  nango: "NangoCore",
  codat: "CodatPlatformCore",
  mammoth: "MammothAnalyticsCore",
} as const;

/** A platform's name. */
export type PlatformName = keyof typeof platforms;

/** `list` of a platform's own SDK, with its core. */
export function listOf(platform: PlatformName): string {
  return `export { ${platforms[platform]} } from "connections-sdk/${platform}/core.js";
export { connectionsList } from "connections-sdk/${platform}/funcs/connectionsList.js";`;
}

/** `list` of the root SDK, used with a platform. */
export function rootListOn(platform: PlatformName): string {
  return `${rootFunction}
export { ${platform} } from "connections-sdk/${platform}";`;
}

/** The root SDK, used with a platform. */
export function rootSDKOn(platform: PlatformName): string {
  return `${rootSDK}
export { ${platform} } from "connections-sdk/${platform}";`;
}
