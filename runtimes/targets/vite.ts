import { basename, dirname } from "node:path";
import { load, tool } from "../tools.js";
import type { Bundler } from "./bundler.js";

/** What is used of Vite. */
interface Vite {
  readonly build: (options: object) => Promise<unknown>;
}

/** Vite, as it builds an application. */
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
