import { type Tool, load, tool } from "../tools.js";

/** A bundler. */
export interface Bundler {
  readonly name: string;
  readonly tool: () => Tool;
  /** Bundles a module for browsers, for production, into one file. */
  readonly bundle: (entry: string, output: string) => Promise<void>;
}

/** The part of esbuild that is used. */
interface Esbuild {
  readonly build: (options: object) => Promise<unknown>;
}

/** Bundles with esbuild. Pass more options for targets with their own conditions. */
export async function esbuildBundle(entry: string, output: string, more = {}): Promise<void> {
  const { build } = await load<Esbuild>("esbuild");
  const options = { bundle: true, minify: true, format: "esm", target: "es2022" };
  await build({ ...options, ...more, entryPoints: [entry], outfile: output, logLevel: "silent" });
}

/** esbuild. */
export const esbuild: Bundler = {
  name: "esbuild",
  tool: () => tool("esbuild"),
  bundle: (entry, output) => esbuildBundle(entry, output, { platform: "browser" }),
};
