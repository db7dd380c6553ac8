/**
 * Generates an SDK from every document of a public corpus, compiles them and runs their smoke
 * tests, and prints a score. `npm run conformance -- --corpus` takes it over into
 * docs/conformance.md. See `--help`.
 */
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generate } from "../../src/cli/generate.js";
import { schemaJob } from "../../src/config/job.js";
import { emit } from "../../src/emit/index.js";
import { build } from "../../src/model/build.js";
import { assignNames } from "../../src/name/assign-names.js";
import { write } from "../../src/write/index.js";
import { compileEach } from "./compile.js";
import { corpusDocuments, corpusVersions } from "./documents.js";
import { type DocumentResult, openResults, writeRunInfo } from "./record.js";
import { sampleOf } from "./sample.js";
import { smokeTest } from "./smoke.js";
import { summaryOf } from "./summary.js";

const HELP = `Usage: npm run corpus -- [options]

  --every N     takes one of N documents, at random (default: 1)
  --seed TEXT   decides which documents are taken, and in which order (default: 1)
  --only TEXT   takes the documents whose path contains TEXT
  --compile     compiles the SDKs with the strictest flags
  --smoke       runs the smoke tests of the SDKs
  --minutes N   ends after N minutes
  --resume      continues the last run with the documents that it did not come to
  --verbose     prints every error of a refused document
  --folder DIR  the folder of the corpus (default: .tmp/corpus)

The results are written to results.jsonl in the folder, a line for each document.`;

const { values } = parseArgs({
  options: {
    every: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    compile: { type: "boolean", default: false },
    smoke: { type: "boolean", default: false },
    minutes: { type: "string", default: "Infinity" },
    resume: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    folder: {
      type: "string",
      default: fileURLToPath(new URL("../../../.tmp/corpus", import.meta.url)),
    },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const stages = { build, assignNames, emit };
const options = { allowRemote: false, allowOutside: false };

/** How many SDKs are compiled and tested together. */
const BATCH = 20;

/** Generates an SDK and returns what became of its document. */
async function generated(name: string, document: string, out: string): Promise<DocumentResult> {
  try {
    const job = await schemaJob({ schema: document, out, name: "Sdk" }, out, options);
    const result = job.value && (await generate(job.value, stages, options));
    const found = [...job.diagnostics, ...(result?.diagnostics ?? [])];
    const errors = found.filter(({ severity }) => severity === "error");
    if (result?.value && errors.length === 0) {
      if (values.compile || values.smoke) write([result.value.changes]);
      return { document: name, outcome: "generated" };
    }
    const lines = errors.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);
    const shown = values.verbose ? lines : lines.slice(0, 2);
    console.log([`refused  ${name} (${errors.length})`, ...shown].join("\n  "));
    const codes = [...new Set(errors.map(({ code }) => code))];
    return { document: name, outcome: "refused", codes, error: lines[0] ?? "" };
  } catch (cause) {
    console.log(`crashed  ${name}`, cause);
    return { document: name, outcome: "crashed", error: String(cause) };
  }
}

/** Generates, compiles and tests some documents. */
async function runBatch(documents: readonly string[]): Promise<readonly DocumentResult[]> {
  rmSync(work, { recursive: true, force: true });
  const results: DocumentResult[] = [];
  for (const [index, document] of documents.entries()) {
    const out = join(work, `sdk${index}`);
    mkdirSync(out, { recursive: true });
    const result = await generated(nameOf(document), document, out);
    results.push(result);
    if (result.outcome === "generated" && (values.compile || values.smoke)) shareRuntime(out);
  }
  const sdks = results.flatMap(({ outcome }, index) =>
    outcome === "generated" ? [`sdk${index}`] : [],
  );
  const errors = values.compile ? compileEach(work, sdks, "src") : undefined;
  if (values.smoke) symlinkSync(join(repository, "node_modules"), join(work, "node_modules"));
  const smoke = values.smoke && sdks.length > 0 ? smokeTest(work, sdks) : undefined;
  return results.map((result, index) =>
    Object.assign(result, {
      compile: result.outcome === "generated" ? errors?.get(`sdk${index}`) : undefined,
      smoke: smoke?.get(`sdk${index}`),
    }),
  );
}

/** Every SDK has the same copy of the runtime: it is compiled and loaded once for all. */
function shareRuntime(out: string): void {
  rmSync(join(out, "src/lib"), { recursive: true, force: true });
  symlinkSync(join(repository, "src/lib"), join(out, "src/lib"));
}

function show({ document, compile: errors = [], smoke }: DocumentResult): void {
  if (errors.length > 0) console.log([`broken   ${document}`, ...errors].join("\n  "));
  const { failures = [] } = smoke ?? {};
  const lines = failures.map((failure) => failure.split("\n").slice(0, 3).join(" "));
  if (lines.length > 0) console.log([`untrue   ${document}`, ...lines].join("\n  "));
}

const folder = resolve(values.folder);
const modules = join(folder, "node_modules");
const nameOf = (document: string): string => relative(modules, document).replaceAll("\\", "/");
const work = join(folder, "work");
const start = performance.now();
const end = start + Number(values.minutes) * 60_000;
const all = corpusDocuments(folder).filter((name) => name.includes(values.only));
const documents = sampleOf(all, nameOf, { every: Number(values.every), seed: values.seed });
const resultFile = join(folder, "results.jsonl");
const file = openResults(resultFile, values);
const open = documents.filter((document) => !file.known.has(nameOf(document)));
for (let at = 0; at < open.length && performance.now() < end; at += BATCH) {
  for (const result of await runBatch(open.slice(at, at + BATCH))) {
    show(result);
    file.add(result);
  }
  const done = documents.length - open.length + Math.min(at + BATCH, open.length);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.error(`${done} of ${documents.length} documents after ${seconds} s`);
}
rmSync(work, { recursive: true, force: true });

const flags = (["compile", "smoke"] as const).filter((flag) => values[flag]);
writeRunInfo(resultFile, {
  date: new Date().toISOString().slice(0, 10),
  command: [
    `npm run corpus -- --every ${values.every} --seed ${values.seed}`,
    ...flags.map((flag) => `--${flag}`),
  ].join(" "),
  versions: corpusVersions(folder),
  total: all.length,
});
const wanted = new Set(documents.map(nameOf));
const results = [...file.known.values()].filter(({ document }) => wanted.has(document));
const { counts, codes } = summaryOf(results);
console.log(`\n${results.length} of ${documents.length} documents`);
console.log(`generated ${counts.generated}, refused ${counts.refused}, crashed ${counts.crashed}`);
for (const [code, count] of codes) console.log(`  ${count}  ${code}`);
const { compiled, smoke } = counts;
if (compiled.tried > 0)
  console.log(`compiled ${compiled.tried}, without errors ${compiled.passed}`);
if (smoke.tried > 0) console.log(`tested ${smoke.tried}, without failures ${smoke.passed}`);
const isPerfect = compiled.tried === compiled.passed && smoke.tried === smoke.passed;
process.exitCode = counts.crashed === 0 && isPerfect ? 0 : 1;
