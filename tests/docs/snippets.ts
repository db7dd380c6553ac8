import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pages, split } from "./markdown.js";

/** A TypeScript example of a page. */
export interface Snippet {
  /** `README.md:5` */
  readonly at: string;
  /** False for those below `<!-- snippet: compile-only -->`. */
  readonly runs: boolean;
  /** The file that it was written to. */
  readonly file: string;
  readonly text: string;
}

/** Inside the repository, so that packages and the paths of tsconfig.json resolve. */
const FOLDER = resolve(".tmp/docs");
const TSCONFIG = {
  extends: "../../tsconfig.json",
  compilerOptions: {
    moduleDetection: "force",
    noPropertyAccessFromIndexSignature: true,
    // Examples name values to show them, and export nothing.
    noUnusedLocals: false,
    isolatedDeclarations: false,
    declaration: false,
    // Examples of files beside generated ones import those of a fixture.
    rootDirs: [
      ".",
      ...["sdk/hooks", "sdk"].map((path) => `../../generator/fixtures/custom-code/${path}`),
    ],
  },
  include: ["*.ts"],
  exclude: [],
};

/** Writes every TypeScript example of every page to a file of its own. */
export function writeSnippets(): Snippet[] {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/tsconfig.json`, JSON.stringify(TSCONFIG));
  const snippets = pages().flatMap((page) =>
    split(page)
      .blocks.filter(({ language }) => language === "ts" || language === "typescript")
      .map(({ line, above, text }): Snippet => {
        const at = `${page.path}:${line}`;
        const file = `${FOLDER}/${at.replaceAll(/\W+/g, "-")}.ts`;
        return { at, runs: above !== "<!-- snippet: compile-only -->", file, text };
      }),
  );
  for (const { file, text } of snippets) writeFileSync(file, awaited(text));
  return snippets;
}

/** What an example starts is waited for, so that its failure is this example's. */
function awaited(text: string): string {
  return text.replaceAll(/^run\(\);$/gm, "await run();");
}
