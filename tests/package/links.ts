import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linksOf, pathOf } from "../docs/markdown.js";
import type { Installed } from "./installed.js";

/** What only the repository has, and who links to it: proofs and examples of generated code. */
const inRepository: Readonly<Record<string, RegExp>> = {
  "CONTRIBUTING.md": /^(generator\/)?tests\//,
  "docs/reliability.md": /^tests\//,
  "docs/security.md": /^((generator\/)?tests|runtimes)\//,
  "generator/README.md": /^generator\/fixtures\b/,
};

/** The pages in the tarball are complete: whoever reads them offline finds what they link to. */
export function linkTests(installed: () => Installed): void {
  test("every link of a packed page leads to a packed file", () => {
    const pages = installed().packed.filter((path) => path.endsWith(".md"));
    expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/options.md"]));
    const broken = pages.flatMap((path) => {
      const text = readFileSync(join(installed().folder, path), "utf8");
      return linksOf({ path, lines: text.split("\n") })
        .map((link) => pathOf(path, link))
        .filter((target) => !inRepository[path]?.test(target))
        .filter((target) => !existsSync(join(installed().folder, target)))
        .map((target) => `${path}: ${target}`);
    });
    expect(broken).toEqual([]);
  });
}
