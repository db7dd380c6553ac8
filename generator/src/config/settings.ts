import type { Document } from "../document/types.js";
import type { Loaded } from "../load/index.js";
import { packageVersion } from "../load/package.js";
import { identifier, pascal, screaming, words } from "../name/identifier.js";
import type { EmbeddedMode, EmitOptions, StandaloneMode } from "../output/emit-options.js";
import type { OutputFile } from "../output/output-file.js";
import { type Job, copyName } from "./job.js";

/** The class name of the configuration, else one made of the document's title. */
export function classNameOf({ config }: Job, document: Document): string {
  return config.sdkClassName ?? identifier(pascal(document.info.title), "SDK", "SDK");
}

/** The document with the server of the configuration in the place of its own. */
export function withServer(document: Document, { config }: Job): Document {
  if (config.baseServerUrl === undefined || config.baseServerUrl === "") return document;
  return { ...document, servers: [{ url: config.baseServerUrl }] };
}

/** What the emitters are told: the configuration, with defaults for what it leaves out. */
export function emitOptions(
  job: Job,
  sdkClassName: string,
  mode: EmbeddedMode | StandaloneMode,
): EmitOptions {
  const { config } = job;
  return {
    packageName: config.packageName ?? (words(sdkClassName).join("-").toLowerCase() || "sdk"),
    packageVersion: config.version ?? "0.1.0",
    sdkClassName,
    envVarPrefix: (config.envVarPrefix ?? screaming(sdkClassName)).replace(/_+$/, ""),
    flattenGlobalSecurity: config.flattenGlobalSecurity ?? true,
    dateTime: config.dateTime ?? "date",
    maxMethodParams: config.maxMethodParams ?? 0,
    ...(config.author !== undefined && { author: config.author }),
    ...(config.license !== undefined && { license: config.license }),
    ...(config.additionalDependencies && {
      additionalDependencies: config.additionalDependencies,
    }),
    mode,
    generatorVersion: packageVersion(),
  };
}

/** A package of its own, or a part of one that exists. */
export function modeOf(
  job: Job,
  loaded: Loaded,
  runtimeFiles: readonly OutputFile[],
): EmbeddedMode | StandaloneMode {
  if (job.config.embed) return { kind: "embedded", ...job.config.embed };
  const document = job.isConfigured ? [] : [copyOf(job, loaded)];
  return { kind: "standalone", runtimeFiles, document, target: job.target };
}

/** A single file as it is, with its comments; what was put together from several as JSON. */
function copyOf({ source }: Job, { text, document }: Loaded): OutputFile {
  return text === undefined
    ? { path: ".speakeasy/openapi.json", text: `${JSON.stringify(document, undefined, 2)}\n` }
    : { path: `.speakeasy/${copyName(source)}`, text };
}
