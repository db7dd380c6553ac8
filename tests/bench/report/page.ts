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

## Where a goal is missed

What was found when the goals were tried, on Node 20 in November 2026; none of it is measured anew by a run.

* One function, bytes: all of them are ours and listed by file under "Every file in our bundle"; no code of zod's is in it. No part is large: retries with their timing take about 750 B, errors 900, decoding, encoding, signing and redirects 250 to 500 each. Less than 8,000 would mean to give something up: retries, redirects that carry no key away, typed errors or masked secrets.
* A small call on \`fetch\`: every call has a deadline, and making an \`AbortSignal\` takes Node 20 about 5 us; \`fetch with a deadline\` shows what \`fetch\` adds to that. With \`timeoutMs: 0\` calls were at 1.10 to 1.17 of bare \`fetch\`, with the deadline at 1.2 to 1.3. \`connections-sdk/node\` needs no such signal.
* A call in memory: 2.3 to 2.5 us over a bare one where the machine was calm. Four awaits one inside the other take 0.8 us of it, signing and writing the path 0.4 us each.
* \`connections-sdk/node\` on newer Nodes: \`fetch\` is cheaper there. The transport took 0.26 of it on Node 22, 0.47 on 24 and 0.40 on 26; dispatching alone takes 0.23 to 0.32 on the last two.
* Generating: 2.5 s of the main thread, a third of it for printing sources. Each file is printed once, and for this document no step is quadratic.
* Compiling generated sources: see above.

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
