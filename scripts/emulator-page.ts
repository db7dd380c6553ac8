/**
 * `npm run emulator:page`: writes the files of the emulator's page into a module, so that they are
 * part of the package without being read from a disk. `--check` only compares.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../src/testing/page", import.meta.url));
const target = `${folder}/files.ts`;
const types = {
  "page.html": "text/html; charset=utf-8",
  "page.css": "text/css; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
} as const;

const entries = Object.entries(types).map(
  ([name, type]) =>
    `  ${JSON.stringify(name)}: {\n    type: ${JSON.stringify(type)},\n    content:\n      ${quoted(readFileSync(`${folder}/${name}`, "utf8"))},\n  },\n`,
);
const code = `// Written by \`npm run emulator:page\` from the files beside it. Edit those.

/** A file of the emulator's page. */
export interface PageFile {
  /** The content type. */
  readonly type: string;
  /** The content. */
  readonly content: string;
}

/** The files of the emulator's page, by name. */
export const pageFiles: Readonly<Record<${Object.keys(types)
  .map((name) => JSON.stringify(name))
  .join(" | ")}, PageFile>> = {
${entries.join("")}};
`;

/** A string literal in the quotes that it needs fewer backslashes in, as the formatter has it. */
function quoted(content: string): string {
  const double = JSON.stringify(content);
  const count = (quote: string): number => content.split(quote).length;
  if (count('"') <= count("'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const isCurrent = (): boolean => {
  try {
    return readFileSync(target, "utf8") === code;
  } catch {
    return false;
  }
};

if (!process.argv.includes("--check")) writeFileSync(target, code);
else if (!isCurrent()) {
  console.error("src/testing/page/files.ts is out of date. Run npm run emulator:page.");
  process.exitCode = 1;
}
