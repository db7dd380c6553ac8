import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Installed } from "./installed.js";

/** Every path that users can import, wildcards of the exports field filled in. */
export function importPaths({ folder }: Installed): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  return Object.entries(manifest.exports).flatMap(([path, target]) => {
    if (typeof target === "string") return [];
    const name = `connections-sdk${path.slice(1)}`;
    if (!path.includes("*")) return [name];
    return matches(folder, target.import.default).map((star) => name.replace("*", star));
  });
}

interface Manifest {
  readonly exports: Readonly<Record<string, string | { import: { default: string } }>>;
}

/** What stands for the star in a target such as `./dist/funcs/*.js`. */
function matches(folder: string, target: string): readonly string[] {
  const [before = "", after = ""] = target.split("*");
  return readdirSync(join(folder, before), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(after) && !path.slice(0, -after.length).includes("/"))
    .map((path) => path.slice(0, -after.length));
}

/** Of {@link importPaths} those that run anywhere: all but those that need a peer dependency. */
export function runtimePaths(installed: Installed): readonly string[] {
  return importPaths(installed).filter((path) => !/\/(?:otel|testing|zod)\b/.test(path));
}
