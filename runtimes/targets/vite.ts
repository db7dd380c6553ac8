import { basename, dirname } from "node:path";
import { load, tool } from "../tools.js";
import type { Bundler } from "./bundler.js";

/** The part of Vite that is used. */
interface Vite {
  readonly build: (options: object) => Promise<unknown>;
}

/** Vite with its build of an application. */
export const vite: Bundler = {
  name: "Vite",
  tool: () => tool("vite"),
  async bundle(entry, output) {
    const { build } = await load<Vite>("vite");
    await build({
      configFile: false,
      root: dirname(entry),
      logLevel: "error",
      build: {
        outDir: dirname(output),
        emptyOutDir: false,
        modulePreload: false,
        rollupOptions: { input: entry, output: { entryFileNames: basename(output) } },
      },
    });
  },
};
