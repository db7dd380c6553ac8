import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

/** What a user's bundler makes of an import of the package. Sizes are in bytes. */
export interface Bundle {
  readonly code: string;
  readonly min: number;
  readonly gzip: number;
  readonly brotli: number;
  /** How much each source file adds to the minified code, largest first. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** How to bundle. */
export interface BundleOptions {
  /**
   * Where imports are resolved from. Defaults to the repository, where the `paths` of tsconfig.json
   * lead `connections-sdk` to the sources. In a folder with an installed package it is that
   * package.
   */
  readonly folder?: string;
  /** Keeps the identifiers of the sources, so that a test can look for names. */
  readonly named?: boolean;
  /** Further esbuild settings. */
  readonly settings?: Pick<BuildOptions, "external" | "mainFields" | "platform">;
}

/** The root of this repository. */
export const repository: string = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles a module as a user's build would: into one minified ES module. */
export async function bundle(module: string, options: BundleOptions = {}): Promise<Bundle> {
  const { folder = repository, named = false } = options;
  const result = await build({
    ...settings,
    ...options.settings,
    stdin: { contents: module, resolveDir: folder, loader: "ts" },
    absWorkingDir: folder,
    minifyIdentifiers: !named,
  });
  const output = Object.values(result.metafile.outputs)[0];
  const [file] = result.outputFiles;
  if (file === undefined || output === undefined) throw new Error("esbuild wrote nothing");
  const files = Object.entries(output.inputs)
    .map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }))
    .filter(({ bytes }) => bytes > 0);
  files.sort((a, b) => b.bytes - a.bytes);
  const { contents } = file;
  return {
    code: file.text,
    min: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
    // Only on demand: it takes longer than the bundling.
    get brotli() {
      return brotliCompressSync(contents).length;
    },
    files,
  };
}

const settings = {
  bundle: true,
  write: false,
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  format: "esm",
  target: "es2022",
  platform: "neutral",
  mainFields: ["module", "main"],
  legalComments: "none",
  logLevel: "error",
} satisfies BuildOptions;
