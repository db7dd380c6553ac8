import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Case, Target, CaseEnvironment } from "../target.js";
import { type Bundler, esbuild } from "./bundler.js";
import { launchFile } from "./command-line.js";
import { thisNode } from "./node.js";
import { rollup } from "./rollup.js";
import { vite } from "./vite.js";
import { webpack } from "./webpack.js";

const all = [esbuild, rollup, vite, webpack];

/** The bundlers of applications. Node and the available browsers run their bundles. */
export const bundlers: Target = {
  name: "bundlers",
  cases: all.map((bundler): Case => ({
    runtime: bundler.name,
    what: "a bundle, run by Node",
    version: () => bundler.tool().version,
    async run(where) {
      const file = await bundled(bundler, where);
      const { project } = where.sdk;
      await launchFile(thisNode, where.url, { project, program: "program", file });
      return `${(statSync(file).size / 1000).toFixed(0)} kB`;
    },
  })),
};

const made = new Map<string, Promise<string>>();

/** Bundles the program once and returns the path of the bundle. */
export function bundled(bundler: Bundler, { sdk }: CaseEnvironment): Promise<string> {
  const known = made.get(bundler.name) ?? bundle(bundler, sdk.project);
  made.set(bundler.name, known);
  return known;
}

async function bundle(bundler: Bundler, project: string): Promise<string> {
  const folder = join(project, "bundles", bundler.name);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "bundle.js");
  await bundler.bundle(join(project, "programs/esm/globals.js"), file);
  return file;
}
