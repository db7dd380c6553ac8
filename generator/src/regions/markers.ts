/**
 * Custom code regions: parts of a generated file that belong to the owner of the SDK, between
 * `// #region <name>` and `// #endregion <name>`. Names and comments are those of Speakeasy.
 */

/** The names of regions, each of which has its place in a file. */
export const REGION_NAMES = ["imports", "sdk-class-body", "module-body"] as const;

/** The name of a region. */
export type RegionName = (typeof REGION_NAMES)[number];

/** A region of a file. */
export interface Region {
  readonly name: RegionName;
  /** The index of its first line in the file, the opening comment. */
  readonly start: number;
  /** Its lines, with both comments, as they are. */
  readonly lines: readonly string[];
}

/** Something that is wrong with a comment that opens or closes a region. */
export interface RegionProblem {
  /** The number of the line, starting at 1. */
  readonly line: number;
  /** What is wrong, for after the path of the file and the line. */
  readonly message: string;
}

/** The regions of a file, in its order, or what is wrong with them. */
export interface ParsedRegions {
  readonly regions: readonly Region[];
  readonly problems: readonly RegionProblem[];
}

const NONE: ParsedRegions = { regions: [], problems: [] };
const MARKER = /^\s*\/\/\s*#(end)?region\b(.*)$/;

/** Finds the regions of a file with `\n` line endings. Total: any text has regions or problems. */
export function parseRegions(text: string): ParsedRegions {
  // Most files have none.
  if (!text.includes("region")) return NONE;
  const lines = text.split("\n");
  const regions: Region[] = [];
  const problems: RegionProblem[] = [];
  let open: { readonly name: RegionName; readonly start: number } | undefined;
  /** Folds of the owner's own inside the region, which an editor shows and we leave alone. */
  let folds = 0;
  lines.forEach((text, index) => {
    const [marker, end, rest = ""] = MARKER.exec(text) ?? [];
    if (marker === undefined) return;
    const name = rest.trim();
    const problem = (message: string): void => void problems.push({ line: index + 1, message });
    if (end === undefined) {
      if (!isRegionName(name)) {
        if (open) folds++;
        else problem(`there is no region \`${name}\``);
      } else if (open) problem(`the region \`${name}\` begins inside the region \`${open.name}\``);
      else if (regions.some((region) => region.name === name))
        problem(`there is another region \`${name}\` above`);
      else open = { name, start: index };
    } else if (!open) problem("nothing is open that this comment could close");
    else if (name === open.name || (folds === 0 && name === "")) {
      regions.push({ ...open, lines: lines.slice(open.start, index + 1) });
      open = undefined;
      folds = 0;
    } else if (folds > 0) folds--;
    else problem(`the region that is open is \`${open.name}\`, not \`${name}\``);
  });
  if (open) problems.push(unclosed(open));
  return { regions, problems };
}

function unclosed({
  name,
  start,
}: {
  readonly name: string;
  readonly start: number;
}): RegionProblem {
  const message = `the region \`${name}\` is not closed by \`// #endregion ${name}\``;
  return { line: start + 1, message };
}

function isRegionName(name: string): name is RegionName {
  return (REGION_NAMES as readonly string[]).includes(name);
}
