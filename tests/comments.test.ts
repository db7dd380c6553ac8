/** Comments stay within 100 columns: the formatter wraps code and leaves comments as they are. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "./size/bundle.js";
import { parseSource } from "./vocabulary/source.js";

const COLUMNS = 100;
const folders = ["src", "generator", "tests", "scripts", "examples", "runtimes"];

test.each([...folders, "."])("every comment in %s fits", (folder) => {
  const long = sourcesIn(folder).flatMap((path) =>
    longComments(path, readFileSync(join(repository, path), "utf8")),
  );
  expect(long).toEqual([]);
});

test("a line is too long only if it could be wrapped", () => {
  const words = "word ".repeat(30).trim();
  const link = `https://example.com/${"path/".repeat(20)}`;
  const text = [
    `/** ${words} */`,
    `const code = "// ${words}";`,
    `const value = 1; // ${words}`,
    `/**`,
    ` * See`,
    ` * ${link}`,
    ` * - [a label](${link})`,
    ` * @see ${link}`,
    ` * | ${words} |`,
    ` * ${words}`,
    ` */`,
  ].join("\n");
  const lines = longComments("a.ts", text).map((line) => Number(line.split(":")[1]));
  expect(lines).toEqual([1, 3, 10]);
});

/** The files that people edit, by their paths in the repository. */
function sourcesIn(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: folder !== ".", encoding: "utf8" })
    .map((path) => join(folder, path).replaceAll("\\", "/"))
    .filter(
      (path) => /\.m?ts$/.test(path) && !/(^|\/)(node_modules|dist|runtime|\.tmp)\//.test(path),
    )
    .filter((path) => !isGenerated.test(path));
}

/** What the generator writes. It wraps comments itself (generator/tests/emit/print). */
const isGenerated = /^src\/platforms\/|^generator\/fixtures\/[^/]+\/sdk\//;

function longComments(path: string, text: string): string[] {
  const lines = text.split("\n");
  // Parsing takes longer than all the rest.
  if (lines.every(({ length }) => length <= COLUMNS)) return [];
  return parseSource(path, text)
    .comments.flatMap((comment) =>
      comment.text.split("\n").map((part, i) => ({ part, line: comment.line + i })),
    )
    .filter(({ part, line }) => (lines[line - 1] ?? "").length > COLUMNS && isWrappable(part))
    .map(({ line }) => `${path}:${line}: ${(lines[line - 1] ?? "").trim()}`);
}

/** Rows of tables keep their line, and so does a single word, after a list's dash or a tag. */
function isWrappable(part: string): boolean {
  const content = part.replace(/^\s*(?:\/\*\*|\/\/|\*)?\s*(?:[-*] |@\w+ )?|\s*\*\/$/g, "");
  return !content.startsWith("|") && (content.match(/\[[^\]]*\]\(\S+|\S+/g) ?? []).length > 1;
}
