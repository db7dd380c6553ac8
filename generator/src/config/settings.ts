import type { Document } from "../document/types.js";
import type { Loaded } from "../load/index.js";
import { packageVersion } from "../load/package.js";
import { identifier, pascal, screaming, words } from "../name/identifier.js";
import type { EmbeddedMode, EmitOptions, StandaloneMode } from "../output/emit-options.js";
import type { OutputFile } from "../output/output-file.js";
import { type Job, copyName } from "./job.js";

/**
 * The class name from the configuration, or one derived from the title of the document. A name that
 * is spelled as a class is kept.
 */
export function classNameOf({ config }: Job, document: Document): string {
  const name = config.sdkClassName ?? document.info.title;
  if (config.sdkClassName !== undefined && /^\p{Lu}[\p{L}\p{N}]*$/u.test(name)) return name;
  return identifier(pascal(name), "SDK", "SDK");
}

/** Replaces the servers of the document with the one in the configuration. */
export function withServer(document: Document, { config }: Job): Document {
  if (config.baseServerUrl === undefined || config.baseServerUrl === "") return document;
  return { ...document, servers: [{ url: config.baseServerUrl }] };
}

/** The options of the emitters: the configuration, and defaults for what it omits. */
export function emitOptions(
  job: Job,
  sdkClassName: string,
  mode: EmbeddedMode | StandaloneMode,
  custom: Pick<EmitOptions, "hooks" | "hasExtras">,
): EmitOptions {
  const { config } = job;
  return {
    packageName: config.packageName ?? (words(sdkClassName).join("-").toLowerCase() || "sdk"),
    packageVersion: config.version ?? "0.1.0",
    sdkClassName,
    envVarPrefix: (config.envVarPrefix ?? screaming(sdkClassName)).replace(/_+$/, ""),
    flattenGlobalSecurity: config.flattenGlobalSecurity ?? true,
    dateTime: config.dateTime ?? "date",
    responseHeaders: config.responseHeaders ?? "inspect",
    binaryResponses: config.binaryResponses ?? "bytes",
    ...(config.laxMode === "strict" && { responseValidation: "strict" }),
    ...(config.validation && config.validation !== "builtin" && { validation: config.validation }),
    ...(config.zodSchemas && { zodSchemas: config.zodSchemas }),
    maxMethodParams: config.maxMethodParams ?? 0,
    ...(config.author !== undefined && { author: config.author }),
    ...(config.license !== undefined && { license: config.license }),
    ...(config.repository !== undefined && { repository: config.repository }),
    ...(config.additionalDependencies && {
      additionalDependencies: config.additionalDependencies,
    }),
    ...(config.generatorPackage !== undefined && { generatorPackage: config.generatorPackage }),
    ...custom,
    mode,
    generatorVersion: packageVersion(),
  };
}

/** Whether the SDK has a file for hooks: a package has, a part of one on demand. */
export function hasHooks({ config }: Job): boolean {
  return config.hooks ?? config.embed === undefined;
}

/** Whether marked regions of generated files are their owner's. */
export function hasRegions({ config }: Job): boolean {
  return config.customCodeRegions ?? true;
}

/** The folder of the sources, relative to the root. */
export function sourceFolder({ config }: Job): string {
  return config.embed?.source ?? "src";
}

/** A standalone package, or a part of an existing one. */
export function modeOf(
  job: Job,
  loaded: Loaded,
  runtimeFiles: readonly OutputFile[],
): EmbeddedMode | StandaloneMode {
  if (job.config.embed) return { kind: "embedded", ...job.config.embed };
  const document = job.isConfigured ? [] : [copyOf(job, loaded)];
  return { kind: "standalone", runtimeFiles, document, target: job.target };
}

/**
 * A single input is copied as it is, with its comments. A bundle of several inputs is written as
 * JSON.
 */
function copyOf({ source }: Job, { text, document }: Loaded): OutputFile {
  return text === undefined
    ? { path: ".speakeasy/openapi.json", text: `${JSON.stringify(document, undefined, 2)}\n` }
    : { path: `.speakeasy/${copyName(source)}`, text };
}
