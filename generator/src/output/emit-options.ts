import type { OutputFile } from "./output-file.js";

/** How schemas of zod are written: with its methods, or with the functions of zod/mini. */
export type Flavour = "zod" | "zod-mini";

/** The options of the emitters, from `gen.yaml` and the command line. */
export interface EmitOptions {
  readonly packageName: string;
  readonly packageVersion: string;
  readonly sdkClassName: string;
  /** `SDKNODEPLATFORM`, without a trailing underscore. Empty: no environment variables are read. */
  readonly envVarPrefix: string;
  /** False: credentials are in `security: { ... }` instead of directly in the client's options. */
  readonly flattenGlobalSecurity: boolean;
  /** The type of a `date-time`: a `Date`, or the string that the server sent. */
  readonly dateTime: "date" | "string";
  /** Where the declared headers of a success are: in the result, or only in `$inspect()`. */
  readonly responseHeaders: "inspect" | "result";
  /** Whether a binary response is read as a whole, or as a stream while it comes. */
  readonly binaryResponses: "bytes" | "stream";
  /** The default of the client's option of the same name, if it is not `lenient`. */
  readonly responseValidation?: "strict";
  /** What validates requests and responses. Default: the engine of the runtime core. */
  readonly validation?: Flavour;
  /** The schemas of zod to write beside an SDK that does not validate with them. */
  readonly zodSchemas?: Flavour;
  /**
   * Methods with up to so many parameters take positional arguments. 0: always one request object.
   */
  readonly maxMethodParams: number;
  readonly author?: string;
  /** An SPDX expression. Default: `UNLICENSED`. */
  readonly license?: string;
  /** The `https` URL of the Git repository. Without it the package names none. */
  readonly repository?: string;
  /** From `gen.yaml`, for the package.json of a standalone package. */
  readonly additionalDependencies?: {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
  };
  /**
   * From `gen.yaml`: where npm gets the generator, for a standalone package. Without it the package
   * does not depend on the generator.
   */
  readonly generatorPackage?: string;
  /** How the file for hooks exports them. Without it the SDK has none. */
  readonly hooks?: HooksExport;
  /** Whether there is an `index.extras.ts`, which the index exports too. */
  readonly hasExtras?: boolean;
  readonly mode: EmbeddedMode | StandaloneMode;
  readonly generatorVersion: string;
}

/**
 * What `hooks/registration.ts` exports: `hooks`, as it is first written, or `initHooks`, the
 * function of Speakeasy that registers hooks.
 */
export type HooksExport = "hooks" | "initHooks";

/** The output is part of an existing package. Folders are relative to the root of the target. */
export interface EmbeddedMode {
  readonly kind: "embedded";
  /** `src/ampersand`. */
  readonly source: string;
  /** `src/lib`, which exists already and is not written. */
  readonly runtime: string;
  /** `docs/ampersand`. Without it no pages are written. */
  readonly docs?: string;
}

/** The output is a standalone repository. */
export interface StandaloneMode {
  readonly kind: "standalone";
  /** The runtime core, with paths in the output: `src/lib/index.ts`. */
  readonly runtimeFiles: readonly OutputFile[];
  /**
   * The document to keep in the output, with its path there: `.speakeasy/openapi.yaml`. The first
   * file is the source that `workflow.yaml` names. Empty if the output has a `workflow.yaml`
   * already.
   */
  readonly document: readonly OutputFile[];
  /** The name of the target in `workflow.yaml` and `gen.lock`. */
  readonly target: string;
}
