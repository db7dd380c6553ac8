/** Links between pages lead somewhere, anchors included. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { linksOf, pages, pathOf, split } from "./markdown.js";

test.for(pages().map((page) => [page.path, page] as const))(
  "the relative links of %s resolve",
  ([, page]) => {
    const broken = linksOf(page).filter((link) => !leads(page.path, link));
    expect(broken).toEqual([]);
  },
);

test("every hand-written page can be reached from the README", () => {
  const left = new Map(pages().map((page) => [page.path, page]));
  const next = [left.get("README.md")];
  for (const page of next) {
    if (page === undefined || !left.delete(page.path)) continue;
    const links = linksOf(page);
    next.push(...links.map((link) => left.get(pathOf(page.path, link))));
  }
  const written = [...left.values()].filter(
    ({ lines }) => !lines[0]!.startsWith("<!-- Written by"),
  );
  expect(written.map(({ path }) => path)).toEqual([]);
});

function leads(from: string, link: string): boolean {
  const [, anchor] = link.split("#", 2);
  const target = pathOf(from, link);
  if (!existsSync(target)) return false;
  if (anchor === undefined) return true;
  return statSync(target).isFile() && anchorsOf(target).has(anchor);
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(path: string): Set<string> {
  const { prose } = split({ path, lines: readFileSync(path, "utf8").split("\n") });
  const headings = prose.map((line) => /^#+ (.*)/.exec(line)?.[1]).filter((h) => h !== undefined);
  return new Set(headings.map(slug));
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}
