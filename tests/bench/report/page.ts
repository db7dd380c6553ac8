import type { Row } from "../row.js";
import { type Table, markdown, pivot, promises } from "./table.js";

/** Under what the numbers came about. */
export interface Circumstances {
  readonly machine: string;
  readonly node: string;
  readonly date: string;
  /** The versions of what was compared with. */
  readonly peers: Readonly<Record<string, string>>;
  readonly quick: boolean;
}

/** docs/benchmarks.md. */
export function benchmarksPage(rows: readonly Row[], circumstances: Circumstances): string {
  const { machine, node, date, peers, quick } = circumstances;
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  return `# Benchmarks

Written by \`npm run bench -- --markdown\`: every number comes from that one run${quick ? ", with fewer and shorter rounds than usual (`--quick`)" : ""}. Do not edit.

Measured on ${date} with Node ${node} on ${machine}. Compared with ${versions.join(", ")} and bare \`fetch\`.

![Bars of the CPU of calls, of bundle sizes and of loading times; the tables below hold the same numbers](benchmarks.svg)

## How to read it

* A number is a median; the brackets hold the first and the third quartile. Smaller is better, but for calls in a second.
* \`one function\` is Ampersand's \`connectionsList\` with its core, \`root SDK\` is \`new SDK()\` with every verb, \`/node\` is the transport of \`connections-sdk/node\`.
* CPU is what the process of the client spends, user and system, on all its threads. The server is another process on the same machine and is not counted.
* Over loopback each client is measured in a process of its own. There it takes turns, slice by slice, with bare \`fetch\` and \`json()\` that ask for the same body. A ratio is that of two slices that ran one after the other, so what else the machine does meets both alike, and both have been called thousands of times before, as in a server that has run for a while. The line \`fetch\` is fetch against itself: as far as it is from 1, the method cannot tell. \`fetch with a deadline\` is what one would write to have what calls of the SDK have by default: an \`AbortController\` and a timer.
* The machine is shared and was busy. Trust bytes, counts and ratios; take microseconds, milliseconds and above all calls in a second as a scale.
* All clients have their defaults. Bodies hold about 1 kB an object, in the shape of the API that the client is for; clients for no API in particular get Ampersand's. connections-sdk, @codat/platform and @openrouter/sdk check what they receive; the others hand out what \`JSON.parse\` gives. connections-sdk makes a \`Date\` of each instant, 6 an object, unless its generator is told to leave them texts; @openrouter/sdk does for one of three, the others for none.
* Bundles: esbuild, minified, ESM. Ours from the sources; others as they are published, for browsers, with what is Node's own left outside. undici runs on Node only.
* Compiling: TypeScript 7, single-threaded. Without \`skipLibCheck\` it also checks the declarations of the client; ours promise to cost no more there than a type of zod's does.
* Compiling sources: the SDK of 500 operations has 2,001 models with 15,103 fields, a request and a declared error for each operation, and a comment at each field. That a schema fits its interface costs the compiler five instantiations a field and nine a model, 94,000 in all; an operation costs it about 65, of which 28 are for the error, and a method 14. \`nothing checked\` is what it takes to read the sources, and an empty file what the language's own declarations take. The goals come from a prototype with as many fields in a third of the lines. With these sources the one for memory is passed before anything is checked, and the one for instantiations once fields, errors, methods and the runtime are.

## Promises

${markdown(promises(rows))}

## All numbers

${pivot(rows).map(section).join("\n\n")}
`;
}

/** Long tables are folded. */
function section(table: Table): string {
  const text = `### ${table.title}\n\n`;
  if (table.lines.length < 30) return text + markdown(table);
  return `${text}<details><summary>${table.lines.length - 1} lines</summary>\n\n${markdown(table)}\n\n</details>`;
}
