import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type BuildOptions, type OutputFile, build } from "esbuild";

/** What users' bundlers make of an import of ours. Sizes in bytes. */
export interface Bundle {
  readonly code: string;
  readonly min: number;
  readonly gzip: number;
  readonly brotli: number;
  /** What each source file left in it, the largest first. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/** How to bundle. */
export interface BundleOptions {
  /**
   * Where the module stands. In the repository, `connections-sdk` means its sources, through the `paths` of its tsconfig.json; in a
   * folder with an installed package, what is installed. Default: the repository.
   */
  readonly folder?: string;
  /** Keeps identifiers as they are written, so that one can look for names. */
  readonly named?: boolean;
  /** Other settings of esbuild. */
  readonly settings?: Pick<BuildOptions, "external" | "mainFields" | "platform">;
}

/** The root of this repository. */
export const repository: string = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles a module as a user's build would: minified, one ESM file. */
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
  return { ...sizes(file), code: file.text, files };
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

function sizes({ contents }: OutputFile): Pick<Bundle, "min" | "gzip" | "brotli"> {
  return {
    min: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
    brotli: brotliCompressSync(contents).length,
  };
}
