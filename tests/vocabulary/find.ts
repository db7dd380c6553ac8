import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pages, split } from "../docs/markdown.js";
import { repository } from "../size/bundle.js";
import {
  type Area,
  type RetiredName,
  type RetiredWord,
  areas,
  keptNames,
  keptPhrases,
  retiredNames,
  retiredWords,
} from "./retired.js";
import { type Declaration, type Source, readSource } from "./source.js";

/** Where something retired is left. */
export interface Finding {
  readonly area: Area | "docs";
  /** `src/lib/index.ts:12`; a path alone if it is in the path. */
  readonly at: string;
  /** The identifier, the path, or the words around. */
  readonly found: string;
}

/** Retired names, each with the declarations that still have it. */
export function findNames(): ReadonlyMap<RetiredName, readonly Finding[]> {
  return new Map(
    retiredNames.map((retired) => [
      retired,
      retired.areas.flatMap((area) =>
        sourcesOf(area).flatMap((source) => namesIn(source, retired, area)),
      ),
    ]),
  );
}

/** Retired words, each with the comments, strings and pages that still use it. */
export function findWords(): ReadonlyMap<RetiredWord, readonly Finding[]> {
  const sources = (["src", "generator"] as const).flatMap((area) =>
    sourcesOf(area).flatMap(({ path, prose }) => prose.map((piece) => ({ ...piece, path, area }))),
  );
  const docs = pages().flatMap((page) =>
    split(page).prose.map((text, i) => ({
      text,
      line: i + 1,
      path: page.path,
      area: "docs" as const,
    })),
  );
  return new Map(
    retiredWords.map((retired) => [
      retired,
      [...sources, ...docs].flatMap(({ text, path, line, area }) =>
        phrasesWith(retired, text).map((found) => ({ area, at: `${path}:${line}`, found })),
      ),
    ]),
  );
}

const read = new Map<Area, readonly Source[]>();

/** The files of an area, read once. */
function sourcesOf(area: Area): readonly Source[] {
  const known = read.get(area);
  if (known !== undefined) return known;
  const sources = areas[area].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.m?ts$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
      .filter((path) => !join(folder, path).startsWith("tests/vocabulary"))
      .map((path) => readSource(join(folder, path))),
  );
  read.set(area, sources);
  return sources;
}

function namesIn(source: Source, retired: RetiredName, area: Area): Finding[] {
  const { path, declarations } = source;
  const names = isPathNamed(path, retired) ? [{ area, at: path, found: path }] : [];
  const declared = declarations
    .filter((declaration) => isNamed(declaration, retired) && !isKept(declaration, path))
    .map(({ name, line }) => ({ area, at: `${path}:${line}`, found: name }));
  return [...names, ...declared];
}

function isNamed({ name, isType }: Declaration, retired: RetiredName): boolean {
  switch (retired.as) {
    case "identifier":
      return name === retired.name;
    case "type":
      return isType && name === retired.name;
    case "word":
      return wordsOf(name).some((word) => word.toLowerCase() === retired.name);
    case "file":
      return false;
    default:
      return retired.as satisfies never;
  }
}

function isPathNamed(path: string, { as, name }: RetiredName): boolean {
  if (as === "file") return path.split(/[/.]/).includes(name);
  return as === "word" && wordsOf(path).some((word) => word.toLowerCase() === name);
}

function isKept({ name }: Declaration, path: string): boolean {
  return keptNames.some((kept) => kept.name.test(name) && kept.within?.test(path) !== false);
}

/** `getHTTPAnswer` has the words `get`, `HTTP` and `Answer`. */
function wordsOf(identifier: string): readonly string[] {
  return identifier.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
}

/** The places of a text that have a retired word, with a few words around it. */
function phrasesWith({ pattern }: RetiredWord, text: string): string[] {
  return [...text.matchAll(pattern)]
    .map(({ index }) => text.slice(Math.max(0, index - 40), index + 40).replaceAll(/\s+/g, " "))
    .filter((phrase) => !keptPhrases.some((kept) => kept.test(phrase)));
}
