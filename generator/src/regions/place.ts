import type { Region, RegionProblem } from "./markers.js";

/** A file with regions in their places. */
export interface Placed {
  readonly text: string;
  /** Regions for which the file has no place. They are not in the text. */
  readonly problems: readonly RegionProblem[];
}

/**
 * Removes regions, and the blank lines around them. The result is the file as it is generated, if
 * nobody has edited it elsewhere.
 */
export function withoutRegions(text: string, regions: readonly Region[]): string {
  if (regions.length === 0) return text;
  // From the end of the file, so that the other regions stay at their lines.
  const lines = regions.reduceRight(without, text.split("\n"));
  return lines.join("\n").replace(/^(export class .*\{)\n\}$/m, "$1}");
}

function without(lines: string[], { start, lines: own }: Region): string[] {
  let from = start;
  let to = start + own.length;
  while (lines[from - 1] === "") from--;
  while (lines[to] === "" && to < lines.length - 1) to++;
  lines.splice(from, to - from, ...gapBetween(lines, from, to));
  // Editors may leave out the last line break.
  if (lines.at(-1) !== "") lines.push("");
  return lines;
}

/** The blank line that generated files have between two lines, if they have one there. */
function gapBetween(lines: readonly string[], from: number, to: number): readonly string[] {
  const before = lines[from - 1] ?? "";
  const after = lines[to] ?? "";
  const isTight =
    from === 0 ||
    (from === 1 && before.startsWith("//")) ||
    after === "" ||
    after.startsWith("import ") ||
    after.startsWith("}") ||
    before.endsWith("{");
  return isTight ? [] : [""];
}

/**
 * Puts the regions of a file into the file as it is generated now. If nothing else differs, the
 * file stays as it is to the byte.
 */
export function placeRegions(
  existing: string,
  regions: readonly Region[],
  generated: string,
): Placed {
  if (withoutRegions(existing, regions) === generated) return { text: existing, problems: [] };
  const lines = generated.split("\n");
  const above = existing.split("\n");
  const problems: RegionProblem[] = [];
  const edits = regions.flatMap((region) => {
    const edit = EDITS[region.name](lines, region, above.slice(0, region.start));
    if (!edit) problems.push(placeless(region));
    return edit ?? [];
  });
  // From the end of the file, so that the lines of the others stay at their places.
  edits.sort((a, b) => b.at - a.at || b.replaced - a.replaced);
  for (const { at, replaced, by } of edits) lines.splice(at, replaced, ...by);
  return { text: lines.join("\n"), problems };
}

function placeless({ name, start }: Region): RegionProblem {
  const message = `the file no longer has a place for the region \`${name}\`: one class`;
  return { line: start + 1, message };
}

/** Lines that take the place of others, or of none. */
interface Edit {
  readonly at: number;
  readonly replaced: number;
  readonly by: readonly string[];
}

/**
 * How to put a region into a file, or `undefined` if it has no place there. `above` are the lines
 * before it in the file as it was.
 */
type EditFor = (
  lines: readonly string[],
  region: Region,
  above: readonly string[],
) => Edit | undefined;

const CLASS = /^export class .*\{\}?$/;
const AFTER_CLASS = /(?:^|\n)export class [^\n]*\{\n*$/;

const EDITS: Readonly<Record<Region["name"], EditFor>> = {
  imports: (lines, { lines: own }) => {
    const start = lines[0]?.startsWith("//") ? 1 : 0;
    if (!lines[start]?.startsWith("import ")) return { at: start, replaced: 0, by: [...own, ""] };
    const end = lines.indexOf("", start);
    return { at: end, replaced: 0, by: own };
  },
  "sdk-class-body": (lines, { lines: own }, above) => {
    const at = lines.findIndex((line) => CLASS.test(line));
    const head = lines[at];
    if (head === undefined || lines.some((line, index) => index > at && CLASS.test(line)))
      return undefined;
    if (head.endsWith("}")) return { at, replaced: 1, by: [head.slice(0, -1), ...own, "}"] };
    return AFTER_CLASS.test(above.join("\n"))
      ? { at: at + 1, replaced: 0, by: [...own, ""] }
      : { at: lines.indexOf("}", at), replaced: 0, by: ["", ...own] };
  },
  // Before the end of the last line.
  "module-body": (lines, { lines: own }) => ({
    at: lines.length - 1,
    replaced: 0,
    by: ["", ...own],
  }),
};
