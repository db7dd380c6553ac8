/** What users of one platform import, as modules to be bundled. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./bundle.js";
import { rootFunction, rootSDK } from "./modules.js";

/** `list` of a platform's own SDK, with its core. */
export function listOf(platform: string): string {
  return `export { ${coreOf(platform)} } from "connections-sdk/${platform}/core.js";
export { connectionsList } from "connections-sdk/${platform}/funcs/connectionsList.js";`;
}

/** `list` of the root SDK, used with a platform. */
export function rootListOn(platform: string): string {
  return `${rootFunction}
export { ${platform} } from "connections-sdk/${platform}";`;
}

/** The root SDK, used with a platform. */
export function rootSDKOn(platform: string): string {
  return `${rootSDK}
export { ${platform} } from "connections-sdk/${platform}";`;
}

/** The class that a platform's functions take: `NangoCore`. */
export function coreOf(platform: string): string {
  const path = join(repository, `src/platforms/${platform}/core.ts`);
  const name = /^export class (\w+Core) /m.exec(readFileSync(path, "utf8"))?.[1];
  if (name === undefined) throw new Error(`${path} exports no core class`);
  return name;
}
