/**
 * Generates an SDK from every document of a public corpus and prints a score: how many documents
 * generate, are refused (with the codes of the errors) or crash the generator.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generate } from "../../src/cli/generate.js";
import { schemaJob } from "../../src/config/job.js";
import { emit } from "../../src/emit/index.js";
import { build } from "../../src/model/build.js";
import { assignNames } from "../../src/name/assign-names.js";
import type { Changes } from "../../src/write/compare.js";
import { write } from "../../src/write/index.js";
import { compile } from "./compile.js";
import { corpusDocuments } from "./documents.js";

const HELP = `Usage: npm run corpus -- [options]

  --every N     takes every Nth document (default: 1)
  --compile N   compiles every Nth SDK that generates, with the strictest flags
  --only TEXT   takes the documents whose path contains TEXT
  --verbose     prints every error of a refused document
  --folder DIR  the folder of the corpus (default: .tmp/corpus)`;

/** What became of a document. */
type Outcome =
  | { readonly kind: "generated"; readonly changes: Changes }
  | { readonly kind: "refused"; readonly errors: readonly string[]; readonly codes: string }
  | { readonly kind: "crashed"; readonly cause: unknown };

const stages = { build, assignNames, emit };

async function outcomeOf(document: string, out: string): Promise<Outcome> {
  const options = { allowRemote: false, allowOutside: false };
  try {
    const job = await schemaJob({ schema: document, out, name: "Sdk" }, out, options);
    const result = job.value && (await generate(job.value, stages, options));
    const found = [...job.diagnostics, ...(result?.diagnostics ?? [])];
    const errors = found.filter(({ severity }) => severity === "error");
    if (result?.value && errors.length === 0) {
      return { kind: "generated", changes: result.value.changes };
    }
    const codes = [...new Set(errors.map(({ code }) => code))].join(", ");
    return {
      kind: "refused",
      codes,
      errors: errors.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`),
    };
  } catch (cause) {
    return { kind: "crashed", cause };
  }
}

function counted(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const entries = [...counts];
  // oxlint-disable-next-line unicorn/no-array-sort -- an own copy; Node 20's types lack toSorted
  entries.sort(([, a], [, b]) => b - a);
  return entries.map(([value, count]) => `  ${count}  ${value}`);
}

const { values } = parseArgs({
  options: {
    every: { type: "string", default: "1" },
    compile: { type: "string", default: "0" },
    only: { type: "string", default: "" },
    folder: {
      type: "string",
      default: fileURLToPath(new URL("../../../.tmp/corpus", import.meta.url)),
    },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const every = Number(values.every);
const compileEvery = Number(values.compile);
const documents = corpusDocuments(values.folder)
  .filter((file) => file.includes(values.only))
  .filter((_, index) => index % every === 0);
const out = join(values.folder, `out-${process.pid}`);
const start = performance.now();
const refused: string[] = [];
let generated = 0;
let crashed = 0;
let compiled = 0;
let broken = 0;

for (const document of documents) {
  const name = relative(join(values.folder, "node_modules"), document);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const outcome = await outcomeOf(document, out);
  if (outcome.kind === "crashed") {
    crashed += 1;
    console.log(`crashed  ${name}`, outcome.cause);
  } else if (outcome.kind === "refused") {
    refused.push(outcome.codes);
    const shown = values.verbose ? outcome.errors : outcome.errors.slice(0, 2);
    console.log([`refused  ${name} (${outcome.errors.length})`, ...shown].join("\n  "));
  } else {
    generated += 1;
    if (compileEvery === 0 || generated % compileEvery !== 0) continue;
    write([outcome.changes]);
    const errors = compile(out);
    compiled += 1;
    if (errors.length === 0) continue;
    broken += 1;
    console.log([`broken   ${name} (${errors.length})`, ...errors.slice(0, 3)].join("\n  "));
  }
}

rmSync(out, { recursive: true, force: true });
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(`\n${documents.length} documents in ${seconds} s`);
console.log(`generated ${generated}, refused ${refused.length}, crashed ${crashed}`);
for (const line of counted(refused)) console.log(line);
if (compileEvery > 0) console.log(`compiled ${compiled}, with errors ${broken}`);
process.exitCode = crashed + broken > 0 ? 1 : 0;
