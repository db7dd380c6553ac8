import { load, tool } from "../tools.js";
import type { Bundler } from "./bundler.js";

/** The part of Rollup that is used. */
interface Rollup {
  readonly rollup: (options: object) => Promise<{
    readonly write: (options: object) => Promise<unknown>;
    readonly close: () => Promise<void>;
  }>;
}

/** The part of its plugin to resolve packages that is used. */
interface NodeResolve {
  readonly nodeResolve: (options: object) => object;
}

/** Rollup. */
export const rollup: Bundler = {
  name: "Rollup",
  tool: () => tool("rollup"),
  async bundle(entry, output) {
    const { rollup: build } = await load<Rollup>("rollup");
    const { nodeResolve } = await load<NodeResolve>("@rollup/plugin-node-resolve");
    const plugins = [nodeResolve({ browser: true })];
    const bundle = await build({ input: entry, plugins, onLog: refuse });
    await bundle.write({ file: output, format: "es" });
    await bundle.close();
  },
};

/** Warnings fail the case, because users should see none. */
function refuse(level: string, { message }: { readonly message: string }): void {
  throw new Error(`Rollup's ${level}: ${message}`);
}
