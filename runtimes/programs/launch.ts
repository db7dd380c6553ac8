/**
 * Runs a program from the command line: `launch.js FILE URL`. Exits only if the program leaves
 * nothing running.
 */
import process from "node:process";
import { pathToFileURL } from "node:url";

type Program = (url: string) => Promise<readonly string[]>;
interface Loaded {
  readonly program?: Program;
  readonly default?: { readonly program?: Program };
}

const [, , file = "", url = ""] = process.argv;
const loaded = (await import(pathToFileURL(file).href)) as Loaded;
// A bundle in script format has no exports. See globals.ts.
const run = loaded.program ?? loaded.default?.program ?? (globalThis as Loaded).program;
if (run === undefined) throw new Error(`${file} has no program`);
console.log(JSON.stringify(await run(url)));
