import { basename, dirname } from "node:path";
import { load, tool } from "../tools.js";
import type { Bundler } from "./bundler.js";

/** The part of webpack that is used. */
interface Webpack {
  readonly webpack: (
    options: object,
    done: (error: Error | null, stats: Stats | undefined) => void,
  ) => void;
}

interface Stats {
  readonly hasErrors: () => boolean;
  readonly hasWarnings: () => boolean;
  readonly toString: (options: string) => string;
}

/** webpack, which writes a script and not a module. */
export const webpack: Bundler = {
  name: "webpack",
  tool: () => tool("webpack"),
  async bundle(entry, output) {
    const { webpack: build } = await load<Webpack>("webpack");
    const options = {
      entry,
      mode: "production",
      target: "web",
      output: { path: dirname(output), filename: basename(output) },
    };
    await new Promise<void>((resolve, reject) => {
      build(options, (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors() || stats?.hasWarnings())
          reject(new Error(stats.toString("errors-warnings")));
        else resolve();
      });
    });
  },
};
