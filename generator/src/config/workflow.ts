import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, hasErrors } from "../diagnostics/stage-result.js";
import type { Json } from "../document/json.js";
import { nearest } from "../strings/spelling.js";
import { WORKFLOW_KEYS } from "./ignored-keys.js";
import { type KnownKeys, checkKeys } from "./keys.js";
import { type Reader, reader } from "./reader.js";

/**
 * `.speakeasy/workflow.yaml`: which documents become which SDKs. Locations are as written there.
 */
export interface Workflow {
  readonly sources: ReadonlyMap<string, WorkflowSource>;
  readonly targets: readonly WorkflowTarget[];
}

/** Documents to merge, and overlays to apply in order. */
export interface WorkflowSource {
  readonly inputs: readonly string[];
  readonly overlays: readonly string[];
}

/** An SDK to write. Paths are relative to the folder that contains `.speakeasy`. */
export interface WorkflowTarget {
  readonly name: string;
  /** A name of {@link Workflow.sources}. */
  readonly source: string;
  readonly output: string;
  /**
   * The path of gen.yaml. Speakeasy always uses `<output>/.speakeasy/gen.yaml`, which is the
   * default.
   */
  readonly config: string;
}

const TOP: KnownKeys = {
  supported: ["workflowVersion", "sources", "targets"],
  ignored: WORKFLOW_KEYS.top,
};
const SOURCE: KnownKeys = {
  supported: ["inputs", "overlays"],
  ignored: WORKFLOW_KEYS.source,
};
const INPUT: KnownKeys = {
  supported: ["location"],
  ignored: WORKFLOW_KEYS.input,
};
const OVERLAY: KnownKeys = {
  supported: ["location"],
  ignored: WORKFLOW_KEYS.overlay,
};
const TARGET: KnownKeys = {
  supported: ["target", "source", "output", "config"],
  ignored: WORKFLOW_KEYS.target,
};

/** Reads workflow.yaml. `file` is the prefix of the pointers in diagnostics. */
export function readWorkflow(value: Json, file: string): StageResult<Workflow> {
  const diagnostics: Diagnostic[] = [];
  const top = reader(value, `${file}#`, diagnostics);
  diagnostics.push(...checkKeys(top.value, TOP, top.pointer), ...checkVersion(top));
  const sources = new Map(
    top.entries("sources").map(([name, source]) => [name, readSource(source, diagnostics)]),
  );
  const targets = top.entries("targets").map(([name, target]) => {
    diagnostics.push(...checkKeys(target.value, TARGET, target.pointer));
    return readTarget(name, target, sources, diagnostics);
  });
  if (targets.length === 0) diagnostics.push(noTargets(top.pointer));
  return { value: hasErrors(diagnostics) ? undefined : { sources, targets }, diagnostics };
}

function checkVersion(top: Reader): readonly Diagnostic[] {
  const version = top.string("workflowVersion");
  if (version === undefined || version.startsWith("1")) return [];
  return [
    diagnostic(
      "config-version-unsupported",
      `${top.pointer}/workflowVersion`,
      `Version ${version} of workflow.yaml is not supported.`,
    ),
  ];
}

function readSource(source: Reader, diagnostics: Diagnostic[]): WorkflowSource {
  diagnostics.push(...checkKeys(source.value, SOURCE, source.pointer));
  const inputs = source.objects("inputs").map((input) => readLocation(input, INPUT, diagnostics));
  const overlays = source
    .objects("overlays")
    .map((item) => readLocation(item, OVERLAY, diagnostics));
  if (inputs.length === 0) {
    diagnostics.push(
      missing(source.pointer, "inputs", "a list with the `location` of the document"),
    );
  }
  return { inputs, overlays };
}

function readLocation(item: Reader, known: KnownKeys, diagnostics: Diagnostic[]): string {
  diagnostics.push(...checkKeys(item.value, known, item.pointer));
  const location = item.string("location");
  if (location === undefined) diagnostics.push(missing(item.pointer, "location", "a path or URL"));
  return location ?? "";
}

function readTarget(
  name: string,
  target: Reader,
  sources: ReadonlyMap<string, unknown>,
  diagnostics: Diagnostic[],
): WorkflowTarget {
  const language = target.string("target") ?? "typescript";
  if (language !== "typescript") diagnostics.push(otherLanguage(target.pointer, language));
  const source = target.string("source") ?? [...sources.keys()][0] ?? "";
  if (!sources.has(source)) diagnostics.push(unknownSource(target.pointer, source, sources));
  const output = target.string("output") ?? ".";
  const config = target.string("config") ?? `${output}/.speakeasy/gen.yaml`;
  return { name, source, output, config };
}

function noTargets(pointer: string): Diagnostic {
  return missing(pointer, "targets", "at least one SDK to write");
}

function missing(pointer: string, key: string, what: string): Diagnostic {
  return diagnostic(
    "config-key-missing",
    pointer,
    `\`${key}\` is missing.`,
    `Add \`${key}\`: ${what}.`,
  );
}

function otherLanguage(pointer: string, language: string): Diagnostic {
  return diagnostic(
    "config-language-unsupported",
    `${pointer}/target`,
    `\`${language}\` is not supported: the generator writes TypeScript.`,
  );
}

function unknownSource(
  pointer: string,
  source: string,
  sources: ReadonlyMap<string, unknown>,
): Diagnostic {
  const near = nearest(source, [...sources.keys()]);
  return diagnostic(
    "config-source-unknown",
    `${pointer}/source`,
    `There is no source \`${source}\`.`,
    near === undefined ? undefined : `Did you mean \`${near}\`?`,
  );
}
