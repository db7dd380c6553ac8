import { readScenarios } from "./scenarios.js";
import { specDocuments } from "./documents.js";
import { type SpecSdk, generateSdk } from "./sdk.js";
import { programOf } from "./program.js";
import { createFiles } from "./files.js";
import {
  bundleProject,
  compileProject,
  prepareProject,
  programFile,
  project,
  writePrograms,
} from "./build.js";
import { startServer } from "./server.js";
import { runPrograms } from "./run-programs.js";
import { install } from "./workspace.js";

install();
const time = performance.now();
const log = (what: string) =>
  console.error(`${((performance.now() - time) / 1000).toFixed(1)} s: ${what}`);
const documents = await specDocuments();
prepareProject();
const sdks = new Map<string, SpecSdk[]>();
for (const document of documents) {
  const sdk = await generateSdk(project, document);
  sdks.set(document.folder, [...(sdks.get(document.folder) ?? []), sdk]);
}
log("generated");
const server = await startServer();
const scenarios = await readScenarios(server.origin);
const files = createFiles();
const programs = new Map<string, string>();
const missing = new Map<string, string>();
for (const scenario of scenarios) {
  const program = programOf(scenario, sdks.get(scenario.folder) ?? [], files);
  if ("text" in program) programs.set(scenario.name, program.text);
  else missing.set(scenario.name, program.missing);
}
writePrograms(programs, files);
log("programs");
const errors = compileProject();
log("compiled");
const main = await bundleProject();
log("bundled");
const fetchRun = await runPrograms(main, server.origin, "fetch");
const fetchCoverage = await server.coverage();
server.stop();
log("fetch");
let typed = 0;
for (const { name } of scenarios) {
  const compile = errors.get(programFile(name)) ?? [];
  const error = missing.get(name) ?? fetchRun.get(name);
  const covered = fetchCoverage.get(name);
  if (compile.length === 0 && error === undefined && covered === "pass") {
    typed++;
    continue;
  }
  console.log(
    `${name}\t${covered}\t${error?.slice(0, 300).replaceAll("\n", " ")}\t${compile.join(" | ").slice(0, 300)}`,
  );
}
console.log(typed, scenarios.length);
for (const [file, list] of errors) if (!file.startsWith("programs/")) console.log(file, list);
