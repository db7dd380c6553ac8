/** The platforms of `platforms.json`, and the import paths of the package. */
import { existsSync, readFileSync, readdirSync } from "node:fs";

/** A platform in `platforms.json`. */
export interface ListedPlatform {
  /** The name in import paths and folders: `ampersand`. */
  readonly name: string;
  /** The name in prose: `Ampersand`. */
  readonly title: string;
}

/** The content of `platforms.json`. */
export interface PlatformList {
  /** The name of the default platform. */
  readonly default: string;
  /** The platforms, in the order in which docs and tables list them. */
  readonly platforms: readonly ListedPlatform[];
}

/** Reads the list from the root of the repository. */
export function readPlatformList(root = "."): PlatformList {
  // its own format
  return JSON.parse(readFileSync(`${root}/platforms.json`, "utf8")) as PlatformList;
}

/** An import path of the package, and the module behind it. */
export interface Entry {
  /**
   * The path without `connections-sdk/` and `.js`, for example `funcs/*`. Empty for the package
   * itself.
   */
  readonly path: string;
  /** The path of the module below `src`, without its extension. */
  readonly module: string;
}

const LEGACY = "connections/legacy/funcs";

/** The import paths of a platform. */
function entriesOf({ name }: ListedPlatform): readonly Entry[] {
  return [
    { path: name, module: `connections/platforms/${name}/index` },
    { path: `${name}/core`, module: `platforms/${name}/core` },
    { path: `${name}/funcs/*`, module: `platforms/${name}/funcs/*` },
    { path: `${name}/models/*`, module: `platforms/${name}/models/*/index` },
    { path: `${name}/zod`, module: `platforms/${name}/zod/index` },
    ...(existsSync(`src/platforms/${name}/webhooks.ts`)
      ? [{ path: `${name}/webhooks`, module: `platforms/${name}/webhooks` }]
      : []),
  ];
}

/** Every import path of the package. */
export function entries({ platforms }: PlatformList): readonly Entry[] {
  const legacy = readdirSync(`src/${LEGACY}`).map((file) => file.replace(/\.ts$/, ""));
  return [
    { path: "", module: "connections/index" },
    { path: "core", module: "connections/core" },
    { path: "platform", module: "connections/platform" },
    ...legacy.map((name) => ({ path: `funcs/${name}`, module: `${LEGACY}/${name}` })),
    { path: "funcs/*", module: "connections/funcs/*" },
    { path: "models/*", module: "connections/models/*/index" },
    ...platforms.flatMap(entriesOf),
    { path: "node", module: "node/index" },
    { path: "otel", module: "lib/otel/index" },
    { path: "testing", module: "testing/index" },
    { path: "zod", module: "connections/zod/index" },
  ];
}

/** The modules behind {@link entries} with their wildcards expanded: the inputs of the build. */
export function entryModules(list: PlatformList): readonly string[] {
  return entries(list).flatMap(({ module }) => {
    const [before = "", after] = module.split("*");
    if (after === undefined) return [module];
    return readdirSync(`src/${before}`).map((name) => before + name.replace(/\.ts$/, "") + after);
  });
}
