import { execFile } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { PLAIN, compileEach } from "../corpus/compile.js";
import { corpusDocuments } from "../corpus/documents.js";
import { type DocumentResult, openResults } from "../corpus/record.js";
import { sampleOf } from "../corpus/sample.js";
import { summaryOf } from "../corpus/summary.js";
import type { PeerResults } from "./results.js";
import { corpusFolder, packageFolder, versionOf } from "./workspace.js";

/** Another generator. */
interface Peer {
  readonly name: string;
  readonly program: string;
  readonly args: (document: string, out: string) => readonly string[];
  /** What it writes if it generates, relative to the output folder. */
  readonly output: string;
}

const PEERS: readonly Peer[] = [
  {
    name: "@hey-api/openapi-ts",
    program: "bin/run.js",
    args: (document, out) => ["-i", document, "-o", out, "--silent"],
    output: "sdk.gen.ts",
  },
  {
    name: "orval",
    program: "dist/bin/orval.js",
    args: (document, out) => [
      "--input",
      document,
      "--output",
      `${out}/api.ts`,
      "--client",
      "fetch",
    ],
    output: "api.ts",
  },
  {
    name: "oazapfts",
    program: "dist/cli.js",
    args: (document, out) => [document, `${out}/api.ts`],
    output: "api.ts",
  },
];

/** Options of {@link runPeers}. */
export interface PeerOptions {
  readonly every: number;
  readonly seed: string;
  readonly minutes: number;
  readonly resume: boolean;
  readonly command: string;
}

/** How many documents are compiled together. */
const BATCH = 10;

/** Runs every peer on a sample of the corpus, and compiles what it writes. */
export async function runPeers(options: PeerOptions): Promise<PeerResults> {
  const modules = join(corpusFolder, "node_modules");
  const nameOf = (document: string): string => relative(modules, document).replaceAll("\\", "/");
  const documents = sampleOf(corpusDocuments(corpusFolder), nameOf, options);
  const files = new Map(
    PEERS.map((peer) => [
      peer,
      openResults(join(corpusFolder, `peer-${peer.name.replaceAll(/\W+/g, "-")}.jsonl`), options),
    ]),
  );
  const end = performance.now() + options.minutes * 60_000;
  const isDone = (document: string): boolean =>
    [...files.values()].every(({ known }) => known.has(nameOf(document)));
  const open = documents.filter((document) => !isDone(document));
  for (let at = 0; at < open.length && performance.now() < end; at += BATCH) {
    const batch = open.slice(at, at + BATCH);
    for (const [peer, file] of files)
      for (const result of await runBatch(peer, batch, nameOf)) file.add(result);
    console.error(`peers: ${at + batch.length} of ${open.length} documents`);
  }
  const finished = new Set(documents.filter(isDone).map(nameOf));
  const peers = [...files].map(([{ name }, { known }]) => {
    const results = [...known.values()].filter(({ document }) => finished.has(document));
    return [name, summaryOf(results).counts] as const;
  });
  return {
    date: new Date().toISOString().slice(0, 10),
    command: options.command,
    versions: Object.fromEntries(PEERS.map(({ name }) => [name, versionOf(name)])),
    documents: finished.size,
    peers: Object.fromEntries(peers),
  };
}

async function runBatch(
  peer: Peer,
  documents: readonly string[],
  nameOf: (document: string) => string,
): Promise<readonly DocumentResult[]> {
  const work = join(corpusFolder, "peer-work");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  symlinkSync(packageFolder(""), join(work, "node_modules"));
  const generated: (DocumentResult & { readonly folder: string })[] = [];
  for (const [index, document] of documents.entries()) {
    const folder = `sdk${index}`;
    const error = await generate(peer, document, join(work, folder));
    const outcome = error === undefined ? "generated" : "refused";
    generated.push({ document: nameOf(document), outcome, folder, ...(error && { error }) });
  }
  const sdks = generated.flatMap(({ outcome, folder }) =>
    outcome === "generated" ? [folder] : [],
  );
  const errors = compileEach(work, sdks, "**/*.ts", PLAIN);
  return generated.map(({ folder, ...result }) =>
    Object.assign(result, { compile: errors.get(folder) }),
  );
}

/** Runs a peer and returns its error, if it wrote nothing. */
async function generate(
  { name, program, args, output }: Peer,
  document: string,
  out: string,
): Promise<string | undefined> {
  mkdirSync(out, { recursive: true });
  try {
    const file = join(packageFolder(name), program);
    await promisify(execFile)(process.execPath, [file, ...args(document, out)], {
      cwd: out,
      timeout: 120_000,
      maxBuffer: 2 ** 28,
    });
    return existsSync(join(out, output)) ? undefined : "wrote nothing";
  } catch (cause) {
    return String(cause).slice(0, 300);
  }
}
