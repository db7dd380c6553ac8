import type { EmitOptions, StandaloneMode } from "../../output/emit-options.js";
import type { OutputFile } from "../../output/output-file.js";
import { licenseOf } from "./license.js";

/**
 * The document and the configuration that regenerate the repository. Nothing if it has its own
 * already.
 */
export function emitSpeakeasy(options: EmitOptions, mode: StandaloneMode): readonly OutputFile[] {
  const [source] = mode.document;
  if (!source) return [];
  return [
    ...mode.document,
    { path: ".speakeasy/workflow.yaml", text: workflow(mode.target, source.path), once: true },
    { path: ".speakeasy/gen.yaml", text: settings(options), once: true },
  ];
}

function workflow(target: string, document: string): string {
  const source = quoted(`${target}-document`);
  return [
    "workflowVersion: 1.0.0",
    "sources:",
    `  ${source}:`,
    "    inputs:",
    `      - location: ${quoted(`./${document}`)}`,
    "targets:",
    `  ${quoted(target)}:`,
    "    target: typescript",
    `    source: ${source}`,
    "    output: .",
    "",
  ].join("\n");
}

function settings(options: EmitOptions): string {
  const { author, repository, additionalDependencies: added, generatorPackage } = options;
  const { validation, zodSchemas } = options;
  return [
    "generation:",
    `  sdkClassName: ${quoted(options.sdkClassName)}`,
    "typescript:",
    `  version: ${quoted(options.packageVersion)}`,
    `  packageName: ${quoted(options.packageName)}`,
    `  envVarPrefix: ${quoted(options.envVarPrefix)}`,
    `  flattenGlobalSecurity: ${options.flattenGlobalSecurity}`,
    `  maxMethodParams: ${options.maxMethodParams}`,
    `  dateTime: ${options.dateTime}`,
    ...(validation === undefined ? [] : [`  validation: ${validation}`]),
    ...(zodSchemas === undefined ? [] : [`  zodSchemas: ${zodSchemas}`]),
    ...(author === undefined ? [] : [`  author: ${quoted(author)}`]),
    `  license: ${quoted(licenseOf(options))}`,
    ...(repository === undefined ? [] : [`  repository: ${quoted(repository)}`]),
    ...(added === undefined ? [] : [`  additionalDependencies: ${JSON.stringify(added)}`]),
    ...(generatorPackage === undefined ? [] : [`  generatorPackage: ${quoted(generatorPackage)}`]),
    "",
  ].join("\n");
}

/** JSON strings are YAML strings (YAML 1.2, section 7.3.1). */
function quoted(text: string): string {
  return JSON.stringify(text);
}
