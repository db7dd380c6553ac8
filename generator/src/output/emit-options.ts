import type { OutputFile } from "./output-file.js";

/** What the emitters need to know beside the model and the names. Filled from `gen.yaml` and the command line. */
export interface EmitOptions {
  readonly packageName: string;
  readonly packageVersion: string;
  readonly sdkClassName: string;
  /** `SDKNODEPLATFORM`, without a trailing underscore. Empty: nothing is read from the environment. */
  readonly envVarPrefix: string;
  /** False: credentials sit in `security: { ... }` and not among the client's options. */
  readonly flattenGlobalSecurity: boolean;
  /** What a `date-time` becomes: an instant, or the text as the server sent it. */
  readonly dateTime: "date" | "string";
  /** Up to so many parameters become positional arguments of methods; 0 means one request object always. */
  readonly maxMethodParams: number;
  readonly author?: string;
  readonly license?: string;
  /** Of `gen.yaml`; they go into the package.json of a standalone package. */
  readonly additionalDependencies?: {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
  };
  readonly mode: EmbeddedMode | StandaloneMode;
  readonly generatorVersion: string;
}

/** The output becomes part of a package that exists. The folders are relative to the root of the target. */
export interface EmbeddedMode {
  readonly kind: "embedded";
  /** `src/ampersand`. */
  readonly source: string;
  /** `src/lib`, which is there already and is not written. */
  readonly runtime: string;
  /** `docs/ampersand`; absent: no pages. */
  readonly docs?: string;
  /** Names that the index exports besides, of modules that are written by hand. */
  readonly exports?: readonly {
    /** Relative to `source`, without its extension. */
    readonly module: string;
    readonly name: string;
    readonly type: boolean;
  }[];
}

/** The output is a repository of its own. */
export interface StandaloneMode {
  readonly kind: "standalone";
  /** The runtime core, with paths as they are in the output: `src/lib/index.ts`. */
  readonly runtimeFiles: readonly OutputFile[];
  /**
   * The document to keep in the output, with its path there: `.speakeasy/openapi.yaml`. The first one is the source
   * that `workflow.yaml` names. Empty when the output is generated from a `workflow.yaml` that it has already.
   */
  readonly document: readonly OutputFile[];
  /** The name of the target in `workflow.yaml`, by which `gen.lock` knows the files. */
  readonly target: string;
}
