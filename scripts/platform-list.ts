/** The platforms of `platforms.json`, and the import paths that the package has for them. */
import { readFileSync, readdirSync } from "node:fs";

/** A platform as `platforms.json` names it. */
export interface ListedPlatform {
  /** The name in import paths and folders: `ampersand`. */
  readonly name: string;
  /** The name in prose: `Ampersand`. */
  readonly title: string;
}

/** `platforms.json`. */
export interface PlatformList {
  /** The platform of an SDK that is given none. */
  readonly default: string;
  readonly platforms: readonly ListedPlatform[];
}

/** The list, from the root of the repository. */
export function readPlatformList(root = "."): PlatformList {
  return JSON.parse(readFileSync(`${root}/platforms.json`, "utf8")) as PlatformList; // written by us
}

/** An import path of the package, without `connections-sdk/` and without `.js`, and the modules that it may lead to. */
export interface Entry {
  /** `funcs/*`; empty for the package itself. */
  readonly path: string;
  /** Below `src`, without extension. The first is meant; the others are single modules that live elsewhere. */
  readonly module: string;
}

const LEGACY = "connections/legacy/funcs";

/** The import paths that a platform has. */
function entriesOf({ name }: ListedPlatform): readonly Entry[] {
  return [
    { path: name, module: `connections/platforms/${name}/index` },
    { path: `${name}/core`, module: `platforms/${name}/core` },
    { path: `${name}/funcs/*`, module: `platforms/${name}/funcs/*` },
    { path: `${name}/models/*`, module: `platforms/${name}/models/*/index` },
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
    { path: "testing", module: "testing/index" },
  ];
}

/** The modules behind {@link entries}, wildcards filled in: what a build starts from. */
export function entryModules(list: PlatformList): readonly string[] {
  return entries(list).flatMap(({ module }) => {
    const [before = "", after] = module.split("*");
    if (after === undefined) return [module];
    return readdirSync(`src/${before}`).map((name) => before + name.replace(/\.ts$/, "") + after);
  });
}
