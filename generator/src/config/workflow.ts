import type { Outcome, Problem } from "../diagnostics/diagnostic.js";
import { error, hasErrors } from "../diagnostics/list.js";
import type { Json } from "../document/json.js";
import { type KnownKeys, checkKeys, nearest } from "./keys.js";
import { type Reader, reader } from "./reader.js";

/** `.speakeasy/workflow.yaml`: which documents become which SDKs. Locations are as written. */
export interface Workflow {
  readonly sources: ReadonlyMap<string, WorkflowSource>;
  readonly targets: readonly WorkflowTarget[];
}

/** Documents that are merged, and overlays that are applied in order. */
export interface WorkflowSource {
  readonly inputs: readonly string[];
  readonly overlays: readonly string[];
}

/** An SDK to write. Paths are relative to the folder that has `.speakeasy` in it. */
export interface WorkflowTarget {
  readonly name: string;
  /** A name of {@link Workflow.sources}. */
  readonly source: string;
  readonly output: string;
  /** Its gen.yaml. Ours: Speakeasy always takes `<output>/.speakeasy/gen.yaml`, which is the default. */
  readonly config: string;
}

const TOP: KnownKeys = {
  honoured: ["workflowVersion", "sources", "targets"],
  ignored: ["speakeasyVersion", "dependents"],
};
const SOURCE: KnownKeys = {
  honoured: ["inputs", "overlays"],
  ignored: ["output", "registry", "ruleset", "transformations"],
};
const INPUT: KnownKeys = {
  honoured: ["location"],
  ignored: ["authHeader", "authSecret", "auth", "alias"],
};
const OVERLAY: KnownKeys = {
  honoured: ["location"],
  ignored: ["fallbackCodeSamples", "authHeader", "authSecret"],
};
const TARGET: KnownKeys = {
  honoured: ["target", "source", "output", "config"],
  ignored: ["publish", "codeSamples", "testing", "deployment"],
};

/** Reads the value of a workflow.yaml. Pointers of problems are prefixed with the name of the file. */
export function readWorkflow(value: Json, file: string): Outcome<Workflow> {
  const problems: Problem[] = [];
  const top = reader(value, `${file}#`, problems);
  problems.push(...checkKeys(top.value, TOP, top.pointer), ...checkVersion(top));
  const sources = new Map(
    top.entries("sources").map(([name, source]) => [name, readSource(source, problems)]),
  );
  const targets = top.entries("targets").map(([name, target]) => {
    problems.push(...checkKeys(target.value, TARGET, target.pointer));
    return readTarget(name, target, sources, problems);
  });
  if (targets.length === 0) problems.push(noTargets(top.pointer));
  return { value: hasErrors(problems) ? undefined : { sources, targets }, problems };
}

function checkVersion(top: Reader): readonly Problem[] {
  const version = top.text("workflowVersion");
  if (version === undefined || version.startsWith("1")) return [];
  return [
    error({
      code: "config-version",
      pointer: `${top.pointer}/workflowVersion`,
      message: `Version ${version} of the workflow file is not known.`,
      help: "We read version 1.0.0.",
    }),
  ];
}

function readSource(source: Reader, problems: Problem[]): WorkflowSource {
  problems.push(...checkKeys(source.value, SOURCE, source.pointer));
  const inputs = source.objects("inputs").map((input) => readLocation(input, INPUT, problems));
  const overlays = source.objects("overlays").map((item) => readLocation(item, OVERLAY, problems));
  if (inputs.length === 0) {
    problems.push(missing(source.pointer, "inputs", "a list with the `location` of the document"));
  }
  return { inputs, overlays };
}

function readLocation(item: Reader, known: KnownKeys, problems: Problem[]): string {
  problems.push(...checkKeys(item.value, known, item.pointer));
  const location = item.text("location");
  if (location === undefined) problems.push(missing(item.pointer, "location", "a path or URL"));
  return location ?? "";
}

function readTarget(
  name: string,
  target: Reader,
  sources: ReadonlyMap<string, unknown>,
  problems: Problem[],
): WorkflowTarget {
  const language = target.text("target") ?? "typescript";
  if (language !== "typescript") problems.push(otherLanguage(target.pointer, language));
  const source = target.text("source") ?? [...sources.keys()][0] ?? "";
  if (!sources.has(source)) problems.push(unknownSource(target.pointer, source, sources));
  const output = target.text("output") ?? ".";
  const config = target.text("config") ?? `${output}/.speakeasy/gen.yaml`;
  return { name, source, output, config };
}

function noTargets(pointer: string): Problem {
  return missing(pointer, "targets", "at least one SDK to write");
}

function missing(pointer: string, key: string, what: string): Problem {
  return error({
    code: "config-missing",
    pointer,
    message: `\`${key}\` is missing.`,
    help: `Add \`${key}\`: ${what}.`,
  });
}

function otherLanguage(pointer: string, language: string): Problem {
  return error({
    code: "config-language",
    pointer: `${pointer}/target`,
    message: `\`${language}\` is not a language that we write.`,
    help: "Use `target: typescript`, or pick the TypeScript target with --target.",
  });
}

function unknownSource(
  pointer: string,
  source: string,
  sources: ReadonlyMap<string, unknown>,
): Problem {
  const near = nearest(source, [...sources.keys()]);
  return error({
    code: "config-unknown-source",
    pointer: `${pointer}/source`,
    message: `There is no source \`${source}\`.`,
    help: near === undefined ? "Add it to `sources`." : `Did you mean \`${near}\`?`,
  });
}
