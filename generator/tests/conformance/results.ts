import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CorpusCounts } from "../corpus/summary.js";
import { workspace } from "./workspace.js";

/** The results that docs/conformance.md shows. */
export interface Results {
  readonly scenarios?: ScenarioResults;
  readonly corpus?: CorpusResults;
  readonly peers?: PeerResults;
}

/** When, with what and how results were measured. */
export interface Run {
  /** `2026-12-01`. */
  readonly date: string;
  readonly command: string;
  /** The packages that were used, with their exact versions. */
  readonly versions: Readonly<Record<string, string>>;
}

/** The results of the scenarios. */
export interface ScenarioResults extends Run {
  readonly folders: readonly FolderResult[];
  /** The scenarios that did not pass typed on both transports, and those that could not. */
  readonly others: readonly OtherScenario[];
}

/** How many scenarios of a folder there are, and how they ended. */
export interface FolderResult {
  readonly folder: string;
  readonly total: number;
  /** Not in the document, so that no generator could pass them. */
  readonly lost: number;
  /** With generated methods only, compiled strictly. */
  readonly typed: { readonly fetch: number; readonly node: number; readonly either: number };
  /** On the wire, but with a cast or an option by hand. */
  readonly untyped: number;
  readonly failed: number;
}

/** A scenario that did not simply pass. */
export interface OtherScenario {
  readonly name: string;
  /** `partly`: typed, but on one transport only. */
  readonly outcome: "partly" | "untyped" | "failed" | "lost";
  readonly reason: string;
}

/** The counts of this generator over a public corpus. */
export interface CorpusResults extends Run {
  /** How many documents the corpus has, of which these are a sample. */
  readonly total: number;
  /** By package of the corpus. */
  readonly corpora: Readonly<Record<string, CorpusCounts>>;
  /** The documents that did not generate, compile or pass their tests. */
  readonly others: readonly { readonly document: string; readonly reason: string }[];
}

/** The counts of other generators over the same documents. */
export interface PeerResults extends Run {
  readonly documents: number;
  readonly peers: Readonly<Record<string, CorpusCounts>>;
}

const file = join(workspace, "results.json");

/** Reads the committed results. */
export function readResults(): Results {
  // written by this module
  return JSON.parse(readFileSync(file, "utf8")) as Results;
}

/** Writes the results of a run and keeps those that it did not measure. */
export function updateResults(results: Results): Results {
  const all = { ...readResults(), ...results };
  writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`);
  return all;
}
