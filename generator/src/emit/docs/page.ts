import { MARKDOWN_BANNER } from "../print/code-file.js";

/** A heading and the blocks below it. */
export interface Section {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** Markdown, or functions that make it once the anchors of the page are known. */
  readonly blocks: readonly (string | ((anchor: AnchorOf) => string))[];
}

/** Returns the anchor of a section on the same page. */
export type AnchorOf = (section: Section) => string;

/** Prints a page. Anchors are those of GitHub: a repeated heading gets a number. */
export function printPage(sections: readonly Section[]): string {
  const anchors = anchorsOf(sections);
  const anchor: AnchorOf = (section) => anchors.get(section) ?? "";
  const blocks = sections.flatMap(({ level, title, blocks }) => [
    `${"#".repeat(level)} ${title}`,
    ...blocks.map((block) => (typeof block === "string" ? block : block(anchor))),
  ]);
  return `${[MARKDOWN_BANNER, ...blocks.filter((block) => block !== "")].join("\n\n")}\n`;
}

/** The anchor that GitHub makes of a unique heading. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

/** The anchors of the sections of a page. */
export function anchorsOf(sections: readonly Section[]): ReadonlyMap<Section, string> {
  const taken = new Map<string, number>();
  const anchors = new Map<Section, string>();
  for (const section of sections) {
    const base = slug(section.title);
    let anchor = base;
    while (taken.has(anchor)) {
      const next = (taken.get(base) ?? 0) + 1;
      taken.set(base, next);
      anchor = `${base}-${next}`;
    }
    taken.set(anchor, 0);
    anchors.set(section, anchor);
  }
  return anchors;
}
