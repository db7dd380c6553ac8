import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Region,
  parseRegions,
  placeRegions,
  withoutRegions,
} from "../../src/regions/index.js";
import { runs } from "../../../tests/support/runs.js";

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

/** The names of the regions of a text, or what is wrong with them. */
function found(text: string): readonly string[] {
  const { regions, problems } = parseRegions(text);
  return problems.length > 0
    ? problems.map(({ line, message }) => `${line}: ${message}`)
    : regions.map(({ name }) => name);
}

test.for<[string, string, readonly string[]]>([
  ["no region", lines("class A {}"), []],
  ["the word in code", lines('const region = "#region imports";'), []],
  ["the words in a doc comment", lines("/**", " * // #region imports", " */"), []],
  ["a region", lines("// #region imports", "a", "// #endregion imports"), ["imports"]],
  ["an empty region", lines("// #region imports", "// #endregion imports"), ["imports"]],
  [
    "comments without spaces, and with more",
    lines("//#region imports", "  //   #endregion   imports  "),
    ["imports"],
  ],
  ["an end without a name", lines("// #region imports", "// #endregion"), ["imports"]],
  [
    "several regions",
    lines(
      "// #region imports",
      "// #endregion imports",
      "// #region sdk-class-body",
      "// #endregion sdk-class-body",
    ),
    ["imports", "sdk-class-body"],
  ],
  [
    "folds of the owner's own inside",
    lines(
      "// #region imports",
      "// #region mine",
      "// #region",
      "// #endregion",
      "// #endregion mine",
      "// #endregion imports",
    ),
    ["imports"],
  ],
  [
    "an unclosed fold inside",
    lines("// #region imports", "// #region mine", "// #endregion imports"),
    ["imports"],
  ],
  [
    "no end",
    lines("a", "// #region imports", "b"),
    ["2: the region `imports` is not closed by `// #endregion imports`"],
  ],
  [
    "no beginning",
    lines("a", "// #endregion imports"),
    ["2: nothing is open that this comment could close"],
  ],
  [
    "another end",
    lines("// #region imports", "// #endregion import"),
    [
      "2: the region that is open is `imports`, not `import`",
      "1: the region `imports` is not closed by `// #endregion imports`",
    ],
  ],
  [
    "a region in a region",
    lines("// #region imports", "// #region module-body", "// #endregion imports"),
    ["2: the region `module-body` begins inside the region `imports`"],
  ],
  [
    "the same region twice",
    lines(
      "// #region imports",
      "// #endregion imports",
      "// #region imports",
      "// #endregion imports",
    ),
    [
      "3: there is another region `imports` above",
      "4: nothing is open that this comment could close",
    ],
  ],
  [
    "a name that is none",
    lines("// #region sdk-class", "// #endregion sdk-class"),
    ["1: there is no region `sdk-class`", "2: nothing is open that this comment could close"],
  ],
])("finds %s", ([, text, expected]) => {
  expect(found(text)).toEqual(expected);
});

const BANNER = "// Written by a generator.";
const region = (name: string, ...body: readonly string[]): readonly string[] => [
  `// #region ${name}`,
  ...body,
  `// #endregion ${name}`,
];
const inClass = (...body: readonly string[]): readonly string[] =>
  region("sdk-class-body", ...body).map((line) => `  ${line}`);

const generated = lines(
  BANNER,
  'import { a } from "./a.js";',
  "",
  "/** A class. */",
  "export class A extends B {",
  "  first() {}",
  "",
  "  last() {}",
  "}",
);

/** The file with its regions after it is generated as `next`. */
function regenerated(existing: string, next: string): string {
  const { regions, problems } = parseRegions(existing);
  expect(problems).toEqual([]);
  const placed = placeRegions(existing, regions, next);
  expect(placed.problems).toEqual([]);
  return placed.text;
}

test.for<[string, string]>([
  [
    "after the imports",
    generated.replace('a.js";\n', `a.js";\n${lines(...region("imports", "x;"))}`),
  ],
  [
    "among the imports",
    generated.replace(BANNER, lines(BANNER, ...region("imports", "x;")).trimEnd()),
  ],
  [
    "before the declarations",
    generated.replace("/** A", `${lines(...region("imports", "x;"))}\n\n/** A`),
  ],
  ["first in the class", generated.replace("B {\n", `B {\n${lines(...inClass("x;"))}\n`)],
  [
    "first in the class, with blank lines around",
    generated.replace("B {\n", `B {\n\n${lines(...inClass("x;"))}\n\n`),
  ],
  ["between methods", generated.replace("  last", `${lines(...inClass("x;"))}  last`)],
  ["last in the class", generated.replace("last() {}\n", `last() {}\n${lines(...inClass("x;"))}`)],
  ["at the end of the file", `${generated}${lines(...region("module-body", "x;"))}`],
  [
    "at the end of the file, after blank lines and without a line break",
    `${generated}\n\n${lines(...region("module-body", "x;"))}`.trimEnd(),
  ],
])("a file with a region %s stays as it is, as long as nothing else changes", ([, existing]) => {
  const { regions } = parseRegions(existing);
  expect(regions).toHaveLength(1);
  expect(withoutRegions(existing, regions)).toBe(generated);
  expect(regenerated(existing, generated)).toBe(existing);
});

const custom = lines(
  BANNER,
  'import { a } from "./a.js";',
  ...region("imports", 'import { x } from "x";', "", "", "  // odd\tspaces  "),
  "",
  "export class A extends B {",
  ...inClass("x = 1;", "", "", "y() {", "\treturn '`${`;", "}"),
  "",
  "  first() {}",
  "}",
  "",
  ...region("module-body", "export {};", ""),
);

test("regions keep every byte when the rest of the file changes", () => {
  expect(regenerated(custom, generated)).toBe(
    custom
      .replace("export class", "/** A class. */\nexport class")
      .replace("  first() {}\n", "  first() {}\n\n  last() {}\n"),
  );
});

test.for<[string, string, string]>([
  [
    "a region after methods stays behind them",
    lines(BANNER, "export class A extends B {", "  a() {}", "", ...inClass("x;"), "}"),
    lines(
      BANNER,
      'import { a } from "./a.js";',
      "",
      "/** A class. */",
      "export class A extends B {",
      "  first() {}",
      "",
      "  last() {}",
      "",
      ...inClass("x;"),
      "}",
    ),
  ],
  [
    "a region moves into the class by another name",
    lines(BANNER, "export class Old extends B {", ...inClass("x;"), "}"),
    generated.replace("B {\n", `B {\n${lines(...inClass("x;"))}\n`),
  ],
])("%s", ([, existing, expected]) => {
  expect(regenerated(existing, generated)).toBe(expected);
});

test("a region goes into a class without members and into a file without imports", () => {
  const plain = lines(BANNER, "export class A extends B {}");
  const existing = lines(
    BANNER,
    ...region("imports", "x;"),
    "",
    "export class Old extends B {",
    ...inClass("y;"),
    "}",
  );
  const placed = regenerated(existing, plain);
  expect(placed).toBe(existing.replace("Old", "A"));
  expect(withoutRegions(placed, parseRegions(placed).regions)).toBe(plain);
});

test.for<[string, string]>([
  ["no class", lines(BANNER, "export interface A {}")],
  ["two classes", lines(BANNER, "export class A extends C {}", "", "export class B extends C {}")],
])("a region of a class has no place in a file with %s", ([, next]) => {
  const existing = lines(BANNER, "export class A {", ...inClass("x;"), "}");
  const { regions } = parseRegions(existing);
  expect(placeRegions(existing, regions, next).problems).toMatchObject([
    { line: 3, message: expect.stringContaining("no longer has a place") },
  ]);
});

/** The sources that packages consist of: those of the fixtures, and the runtime. */
const files = ["../../fixtures", "../../../src/lib"].flatMap((path) => {
  const folder = fileURLToPath(new URL(path, import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && (path.endsWith("lib") || /[\\/]sdk[\\/]/.test(name)))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .filter((text) => !text.includes("#region"));
});

const anyLines = fc.array(
  fc
    .string({ unit: fc.constantFrom("a", " ", "\t", "{", "}", "import ", "export class A {", ";") })
    .filter((line) => !line.includes("region")),
);

test("what is put into a generated file can be taken out and put back, to the byte", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.constantFrom(...files),
      fc.record(
        { imports: anyLines, "sdk-class-body": anyLines, "module-body": anyLines },
        { requiredKeys: [] },
      ),
      (before, after, bodies) => {
        const regions = Object.entries(bodies)
          .filter(([name]) => name !== "sdk-class-body" || [before, after].every(hasClass))
          .map(([name, body]) => ({ name, start: 0, lines: region(name, ...body) }) as Region);
        const { text } = placeRegions(before, regions, before);
        const custom = regions.length === 0 ? before : placeRegions("", regions, before).text;
        expect(text).toBe(custom);
        const parsed = parseRegions(custom);
        expect(parsed.problems).toEqual([]);
        expect(withoutRegions(custom, parsed.regions)).toBe(before);
        const moved = parseRegions(regenerated(custom, after));
        expect(contentsOf(moved.regions)).toEqual(contentsOf(regions));
        expect(withoutRegions(regenerated(custom, after), moved.regions)).toBe(after);
      },
    ),
    runs(300),
  );
});

function hasClass(text: string): boolean {
  return [...text.matchAll(/^export class .*\{\}?$/gm)].length === 1;
}

function contentsOf(regions: readonly Region[]): ReadonlyMap<string, readonly string[]> {
  return new Map(regions.map(({ name, lines: content }) => [name, content]));
}

test("any text has regions or problems, and never both", () => {
  const piece = fc.constantFrom(
    "// #region imports",
    "// #endregion imports",
    "// #region module-body",
    "// #endregion module-body",
    "// #region mine",
    "// #endregion",
    "code",
    "",
  );
  fc.assert(
    fc.property(fc.array(piece), (all) => {
      const text = all.join("\n");
      const { regions, problems } = parseRegions(text);
      const markers = all.filter((line) => line.startsWith("//")).length;
      if (problems.length === 0 && markers > 0) expect(regions.length).toBeGreaterThan(0);
      for (const each of regions)
        expect(all.slice(each.start, each.start + each.lines.length)).toEqual(each.lines);
    }),
    runs(500),
  );
});
