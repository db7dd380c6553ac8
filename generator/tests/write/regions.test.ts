/** Custom code regions in a folder: what the owner writes there survives every run. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codes } from "../../src/diagnostics/codes.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { type Output, compare } from "../../src/write/compare.js";
import { isDifferent, write } from "../../src/write/index.js";
import { onFaultyDisk } from "../support/faulty-disk.js";
import { contents, folder, put } from "../support/folder.js";

const FILE = "src/sdk/pets.ts";
const BODY = "  // #region sdk-class-body\n  feed() {}\n  // #endregion sdk-class-body\n";

/** The file of a class, as it is generated. */
const pets = (method = "list"): string =>
  `// Generated.\nimport { a } from "./a.js";\n\nexport class Pets extends Resource {\n  ${method}() {}\n}\n`;
const custom = (method = "list"): string =>
  pets(method).replace("Resource {\n", `Resource {\n${BODY}\n`);

interface Ran {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the folder differed. `undefined` after an error. */
  readonly isDifferent: boolean | undefined;
}

function run(
  root: string,
  files: Readonly<Record<string, string>>,
  more: Partial<Output> = {},
): Ran {
  const output = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { value, diagnostics } = compare({ root, target: "t", files: output, ...more });
  const failures = value ? write([value]) : [];
  return {
    diagnostics: [...diagnostics, ...failures],
    isDifferent: value && isDifferent(value),
  };
}

const clean: Ran = { diagnostics: [], isDifferent: false };

/** A folder with the generated file, into which the owner has put the text. */
function owned(text: string): string {
  const root = folder();
  expect(run(root, { [FILE]: pets() }).diagnostics).toEqual([]);
  put(root, FILE, text);
  return root;
}

test("a region that is added, changed and removed makes no file differ", () => {
  const root = owned(custom());
  for (const text of [custom(), custom().replace("feed", "walk"), pets()]) {
    put(root, FILE, text);
    const before = contents(root);
    expect(run(root, { [FILE]: pets() })).toEqual(clean);
    expect(contents(root)).toEqual(before);
  }
});

test("a region survives a change of its file, which is no edit by hand", () => {
  const root = owned(custom());
  expect(run(root, { [FILE]: pets("all") })).toEqual({ diagnostics: [], isDifferent: true });
  expect(contents(root)[FILE]).toBe(custom("all"));
  expect(run(root, { [FILE]: pets("all") })).toEqual(clean);
});

test("an edit outside of a region is overwritten with a warning, and the region stays", () => {
  const root = owned(custom().replace("list", "mine"));
  expect(run(root, { [FILE]: pets() }).diagnostics).toMatchObject([{ code: "file-edited" }]);
  expect(contents(root)[FILE]).toBe(custom());
});

test("a file with CRLF has the same regions, and is not touched without need", () => {
  const root = owned("");
  const crlf = custom().replaceAll("\n", "\r\n");
  writeFileSync(join(root, FILE), crlf);
  expect(run(root, { [FILE]: pets() })).toEqual(clean);
  expect(readFileSync(join(root, FILE), "utf8")).toBe(crlf);
  expect(run(root, { [FILE]: pets("all") }).diagnostics).toEqual([]);
  expect(readFileSync(join(root, FILE), "utf8")).toBe(custom("all"));
});

test.for<[string, string, RegExp]>([
  [
    "is not closed",
    custom().replace("  // #endregion sdk-class-body\n", ""),
    /line 5: .* not closed/,
  ],
  ["is there twice", custom().replace(BODY, BODY + BODY), /line 8: there is another region/],
  [
    "is in another one",
    custom().replace("feed() {}", "// #region imports\n// #endregion imports"),
    /line 6: the region `imports` begins inside/,
  ],
  [
    "has another name at its end",
    custom().replace("#endregion sdk-class-body", "#endregion class"),
    /line 7: the region that is open is `sdk-class-body`, not `class`/,
  ],
  [
    "has an unknown name",
    custom().replaceAll("sdk-class-body", "class-body"),
    /line 5: there is no region `class-body`/,
  ],
])("nothing is written if a region %s", ([, text, message]) => {
  const root = owned(text);
  const before = contents(root);
  for (const method of ["list", "all"]) {
    const { diagnostics } = run(root, { [FILE]: pets(method), "src/new.ts": "new\n" });
    expect(diagnostics[0]).toMatchObject({
      code: "region-invalid",
      severity: "error",
      pointer: FILE,
      message: expect.stringMatching(message),
      help: codes["region-invalid"].help,
    });
    expect(contents(root)).toEqual(before);
  }
});

test("nothing is written if the class of a region is gone", () => {
  const root = owned(custom());
  const before = contents(root);
  const { diagnostics } = run(root, { [FILE]: "// Generated.\nexport type Pets = string;\n" });
  expect(diagnostics).toMatchObject([
    {
      code: "region-misplaced",
      severity: "error",
      pointer: FILE,
      message: expect.stringContaining("line 5"),
    },
  ]);
  expect(contents(root)).toEqual(before);
});

test("a file with a region that is no longer generated stays, with a warning", () => {
  const root = owned(custom());
  const next = { "src/sdk/animals.ts": pets() };
  expect(run(root, next).diagnostics).toMatchObject([
    { code: "region-orphaned", severity: "warning", pointer: FILE },
  ]);
  expect(contents(root)).toMatchObject({ [FILE]: custom(), ...next });
  // From now on, it is a file of its owner's.
  expect(run(root, next)).toEqual(clean);
  expect(run(root, { ...next, [FILE]: pets("all") }).diagnostics).toMatchObject([
    { code: "file-not-owned" },
  ]);
});

test("a file whose region was emptied of its comments is deleted as usual", () => {
  const root = owned(pets());
  expect(run(root, {}).diagnostics).toEqual([]);
  expect(contents(root)[FILE]).toBeUndefined();
});

test("a region is an error, and nothing is lost, if the configuration disables regions", () => {
  const root = owned(custom());
  const before = contents(root);
  for (const method of ["list", "all"])
    expect(run(root, { [FILE]: pets(method) }, { hasRegions: false }).diagnostics).toMatchObject([
      { code: "region-disabled", severity: "error", pointer: FILE },
    ]);
  expect(contents(root)).toEqual(before);
});

test("a file that the owner ignores is theirs, whatever comments it has", () => {
  const root = owned(custom().replace("  // #endregion sdk-class-body\n", ""));
  put(root, ".genignore", `${FILE}\n`);
  const before = contents(root)[FILE];
  expect(run(root, { [FILE]: pets("all") }).diagnostics).toEqual([]);
  expect(contents(root)[FILE]).toBe(before);
});

test("a file with a region is found again without a lock, as far as it is as generated", () => {
  const root = folder();
  mkdirSync(join(root, "src/sdk"), { recursive: true });
  put(root, FILE, custom());
  expect(run(root, { [FILE]: pets() }).diagnostics).toEqual([]);
  put(root, ".speakeasy/gen.lock", '{ "targets": {} }');
  expect(run(root, { [FILE]: pets("all") }).diagnostics).toMatchObject([
    { code: "file-not-owned", help: expect.stringContaining("copy its regions") },
  ]);
  expect(contents(root)[FILE]).toBe(custom());
});

test("comments that are no sources have no regions", () => {
  const root = folder();
  const page = "# Page\n\n// #region imports\n";
  expect(run(root, { "a.md": page }).diagnostics).toEqual([]);
  expect(run(root, { "a.md": page })).toEqual(clean);
  expect(run(root, { "a.md": "# Other\n" }).diagnostics).toEqual([]);
});

test.each(["killed", "error"] as const)(
  "a region is never lost, wherever a run ends (%s)",
  (kind) => {
    const next = { [FILE]: pets("all"), "src/new.ts": "new\n" };
    const count = onFaultyDisk(undefined, () => void run(owned(custom()), next)).length;
    for (let at = 0; at < count; at++) {
      const root = owned(custom());
      const fault = kind === "killed" ? { kind, at } : { kind, at, code: "ENOSPC" };
      onFaultyDisk(fault, () => void run(root, next));
      expect([custom(), custom("all")]).toContain(contents(root)[FILE]);
      expect(run(root, next).diagnostics).toEqual([]);
      expect(contents(root)).toMatchObject({ [FILE]: custom("all"), "src/new.ts": "new\n" });
    }
  },
);
