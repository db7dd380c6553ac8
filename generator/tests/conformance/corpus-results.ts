import { join } from "node:path";
import {
  type DocumentResult,
  type RunInfo,
  readResultFile,
  readRunInfo,
} from "../corpus/record.js";
import { summaryOf } from "../corpus/summary.js";
import type { CorpusResults } from "./results.js";
import { corpusFolder } from "./workspace.js";

/** The results of the last `npm run corpus`, counted by package. */
export function corpusResults(): CorpusResults {
  const file = join(corpusFolder, "results.jsonl");
  const results = readResultFile(file);
  if (results.length === 0) throw new Error(`There are no results in ${file}: npm run corpus`);
  const packages = new Map<string, DocumentResult[]>();
  for (const result of results) {
    const name = packageOf(result.document);
    packages.set(name, [...(packages.get(name) ?? []), result]);
  }
  const info: RunInfo = readRunInfo(file);
  return {
    date: info.date,
    command: info.command,
    versions: { ...info.versions, node: process.versions.node },
    total: info.total,
    corpora: Object.fromEntries(
      [...packages].map(([name, list]) => [name, summaryOf(list).counts]),
    ),
    others: results.flatMap(({ document, outcome, error, compile = [], smoke }) => {
      const reason =
        outcome === "generated"
          ? (compile[0] ?? smoke?.failures[0])
          : `${outcome}: ${error ?? "no reason"}`;
      return reason === undefined ? [] : [{ document, reason: short(reason) }];
    }),
  };
}

function packageOf(document: string): string {
  return document
    .split("/")
    .slice(0, document.startsWith("@") ? 2 : 1)
    .join("/");
}

function short(message: string): string {
  const line = message.replaceAll(/\s+/g, " ");
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
