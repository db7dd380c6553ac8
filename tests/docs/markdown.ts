import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** A page of Markdown. */
export interface Page {
  /** From the repository's root. */
  readonly path: string;
  readonly lines: readonly string[];
}

/**
 * Every page of this repository that people read: those at the root, the generator's, and all below
 * `docs`.
 */
export function pages(): Page[] {
  const guides = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "generator/README.md",
  ];
  const below = readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `docs/${path.replaceAll("\\", "/")}`);
  return [...guides, ...below].map((path) => ({
    path,
    lines: readFileSync(path, "utf8").split("\n"),
  }));
}

/** A fenced block of code. */
export interface Block {
  readonly language: string;
  /** The line above its fence; empty where there is none. */
  readonly above: string;
  /** The number of its first line, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The fenced blocks of a page, and its other lines with those blocks blanked out. */
export function split({ path, lines }: Page): { blocks: Block[]; prose: string[] } {
  const blocks: Block[] = [];
  const prose: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(`{3,})(\w*)/.exec(lines[i]!);
    prose.push(fence ? "" : lines[i]!);
    if (fence === null) continue;
    const end = lines.indexOf(fence[1]!, i + 1);
    if (end === -1) throw new Error(`${path}:${i + 1}: a block of code that does not end`);
    blocks.push({
      language: fence[2]!,
      above: lines[i - 1]?.trim() ?? "",
      line: i + 2,
      text: lines.slice(i + 1, end).join("\n"),
    });
    for (; i < end; i++) prose.push("");
  }
  return { blocks, prose };
}

/** The relative links of a page, outside its blocks of code. */
export function linksOf(page: Page): string[] {
  return [
    ...split(page)
      .prose.join("\n")
      .matchAll(/\]\(([^()\s]+)\)/g),
  ]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link));
}

/** The path that a link of a page leads to. */
export function pathOf(from: string, link: string): string {
  const [path = ""] = link.split("#", 1);
  return path === "" ? from : normalize(join(dirname(from), path));
}
