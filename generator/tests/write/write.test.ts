import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OutputFile } from "../../src/output/output-file.js";
import { compare } from "../../src/write/compare.js";
import { ignoredBy } from "../../src/write/ignored.js";
import { isDifferent, write } from "../../src/write/index.js";
import {
  type Lock,
  type LockedTarget,
  formatLock,
  hashOf,
  parseLock,
} from "../../src/write/lock.js";
import { contents, folder, put } from "../support/folder.js";

const LOCK = ".speakeasy/gen.lock";

function files(texts: Readonly<Record<string, string>>): readonly OutputFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** Compares and, without errors, writes. Returns the codes of the diagnostics. */
function writeTo(
  root: string,
  texts: Readonly<Record<string, string>>,
  more: { readonly target?: string; readonly keep?: readonly string[] } = {},
): readonly string[] {
  return writeFiles(root, files(texts), more);
}

function writeFiles(
  root: string,
  output: readonly OutputFile[],
  more: { readonly target?: string; readonly keep?: readonly string[] } = {},
): readonly string[] {
  const { target = "t", keep = [] } = more;
  const { value, diagnostics } = compare({ root, target, files: output, keep });
  const written = value ? write([value]) : [];
  return [...diagnostics, ...written].map(
    ({ severity, code, pointer }) => `${severity} ${code} ${pointer}`,
  );
}

/** The lock of a folder with one target. */
function lockOf(hashes: Readonly<Record<string, string>>): string {
  return formatLock(new Map([["t", locked(hashes)]]));
}

function without(
  lock: string,
  all: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(all).filter(([path]) => path !== lock));
}

test("files are written with their lock, and the second time nothing differs", () => {
  const root = folder();
  expect(writeTo(root, { "src/b.ts": "b\r\n", "a.md": "a\n" })).toEqual([]);
  expect(contents(root)).toEqual({
    [LOCK]: lockOf({ "a.md": hashOf("a\n"), "src/b.ts": hashOf("b\n") }),
    "a.md": "a\n",
    "src/b.ts": "b\n",
  });
  const { value } = compare({
    root,
    target: "t",
    files: files({ "a.md": "a\n", "src/b.ts": "b\n" }),
  });
  expect(value).toMatchObject({ unchanged: 2, missing: [], differing: [], stale: [] });
  expect(value && isDifferent(value)).toBe(false);
});

test("changed files are replaced, and stale ones deleted with the folders that become empty", () => {
  const root = folder({ "src/mine.ts": "mine" });
  writeTo(root, { "src/a.ts": "1", "src/x/y/b.ts": "2", "c.ts": "3" });
  expect(writeTo(root, { "src/a.ts": "new", "c.ts": "3" })).toEqual([]);
  expect(without(LOCK, contents(root))).toEqual({
    "src/a.ts": "new",
    "c.ts": "3",
    "src/mine.ts": "mine",
  });
});

test("a file of somebody else is never overwritten, and then nothing is written", () => {
  const root = folder({ "README.md": "mine" });
  expect(writeTo(root, { "README.md": "generated", "a.ts": "a" })).toEqual([
    "error file-not-owned README.md",
  ]);
  expect(contents(root)).toEqual({ "README.md": "mine" });
});

test("a file with the right content becomes owned", () => {
  const root = folder({ "a.ts": "a\r\n" });
  expect(writeTo(root, { "a.ts": "a\n" })).toEqual([]);
  expect(writeTo(root, { "a.ts": "b\n" })).toEqual([]);
  expect(contents(root)["a.ts"]).toBe("b\n");
});

test("an edited file is overwritten with a warning, and kept if it is stale", () => {
  const root = folder();
  writeTo(root, { "a.ts": "a", "b.ts": "b" });
  put(root, "a.ts", "edited");
  put(root, "b.ts", "edited");
  expect(writeTo(root, { "a.ts": "a" })).toEqual([
    "warning file-edited a.ts",
    "warning stale-file-edited b.ts",
  ]);
  expect(without(LOCK, contents(root))).toEqual({ "a.ts": "a", "b.ts": "edited" });
});

test.each(["../a", "/a", "a/../../b", "", "a//b", "./a", "C:/a", "a\\..\\b", LOCK])(
  "%j is not a valid path",
  (path) => {
    const root = folder();
    expect(writeTo(root, { [path]: "x", "a.ts": "a" })).toEqual([`error path-outside ${path}`]);
    expect(contents(root)).toEqual({});
  },
);

test.each([
  "src/con.ts",
  "a/AUX",
  "nul.d.ts",
  "com1/a.ts",
  "a./b",
  "a?.ts",
  "x/a:b.ts",
  "a".repeat(256),
])("%j is not a valid name on every system", (path) => {
  expect(writeTo(folder(), { [path]: "x" })).toEqual([`error path-not-portable ${path}`]);
});

test("names that differ only in case are rejected", () => {
  expect(writeTo(folder(), { "a/User.ts": "1", "a/user.ts": "2" })).toEqual([
    "error path-conflict a/user.ts",
  ]);
});

test("links are not written through", () => {
  const elsewhere = folder({ "a.ts": "theirs" });
  const root = folder();
  symlinkSync(elsewhere, join(root, "src"));
  symlinkSync(join(elsewhere, "a.ts"), join(root, "b.ts"));
  expect(writeTo(root, { "src/a.ts": "x", "b.ts": "y" })).toEqual([
    "error file-not-owned src/a.ts",
    "error file-not-owned b.ts",
  ]);
  expect(contents(elsewhere)).toEqual({ "a.ts": "theirs" });
});

test("a folder in the place of a file, or a file in that of a folder, is an error", () => {
  const root = folder({ x: "a file" });
  mkdirSync(join(root, "a.ts"));
  expect(writeTo(root, { "a.ts": "a", "x/b.ts": "b" })).toEqual([
    "error file-not-owned a.ts",
    "error file-not-owned x/b.ts",
  ]);
});

test("a lock that lists files elsewhere deletes nothing there", () => {
  const outer = folder({ "victim.txt": "v" });
  const root = join(outer, "inner");
  put(root, LOCK, lockOf({ "../victim.txt": hashOf("v") }));
  expect(writeTo(root, { "a.ts": "a" })).toEqual([]);
  expect(contents(outer)["victim.txt"]).toBe("v");
});

test("a lock of another generator is an error", () => {
  const root = folder({ [LOCK]: "lockVersion: 2.0.0\nid: x\n" });
  expect(writeTo(root, { "a.ts": "a" })[0]).toContain("error lock-invalid");
  expect(Object.keys(contents(root))).toEqual([LOCK]);
});

const once = (text: string): readonly OutputFile[] => [{ path: "gen.yaml", text, once: true }];

test("a file that is written once belongs to its owner from then on", () => {
  const root = folder();
  writeFiles(root, once("a: 1\n"));
  expect(contents(root)[LOCK]).not.toContain("gen.yaml");
  put(root, "gen.yaml", "a: 2\n");
  expect(writeFiles(root, once("a: 3\n"))).toEqual([]);
  expect(contents(root)["gen.yaml"]).toBe("a: 2\n");
  expect(writeTo(root, {})).toEqual([]);
  expect(contents(root)["gen.yaml"]).toBe("a: 2\n");
});

test("a file that is written once comes back if it is deleted, and may be a link", () => {
  const root = folder({ "elsewhere.yaml": "mine\n" });
  writeFiles(root, once("a: 1\n"));
  rmSync(join(root, "gen.yaml"));
  expect(writeFiles(root, once("a: 2\n"))).toEqual([]);
  expect(contents(root)["gen.yaml"]).toBe("a: 2\n");
  rmSync(join(root, "gen.yaml"));
  symlinkSync(join(root, "elsewhere.yaml"), join(root, "gen.yaml"));
  expect(writeFiles(root, once("a: 3\n"))).toEqual([]);
  expect(readFileSync(join(root, "elsewhere.yaml"), "utf8")).toBe("mine\n");
});

const editable = (text: string): readonly OutputFile[] => [
  { path: "LICENSE", text, editable: true },
];

test("an editable file is updated until its owner edits it", () => {
  const root = folder();
  writeFiles(root, editable("a"));
  expect(writeFiles(root, editable("b"))).toEqual([]);
  expect(contents(root)["LICENSE"]).toBe("b");
  put(root, "LICENSE", "mine");
  const edited = contents(root);
  expect(compare({ root, target: "t", files: editable("c") }).value).toMatchObject({
    differing: [],
    missing: [],
    unchanged: 1,
    isLockCurrent: true,
  });
  expect(writeFiles(root, editable("c"))).toEqual([]);
  expect(contents(root)).toEqual(edited);
});

test("an editable file that was there before is its owner's", () => {
  const root = folder({ LICENSE: "mine" });
  expect(writeFiles(root, editable("a"))).toEqual([]);
  expect(contents(root)).toEqual({ LICENSE: "mine" });
  expect(writeFiles(root, [])).toEqual([]);
  expect(contents(root)["LICENSE"]).toBe("mine");
});

test("an editable file that is no longer generated is deleted, unless it was edited", () => {
  const root = folder();
  writeFiles(root, editable("a"));
  expect(writeFiles(root, [])).toEqual([]);
  expect(contents(root)).not.toHaveProperty("LICENSE");
  writeFiles(root, editable("a"));
  put(root, "LICENSE", "mine");
  writeFiles(root, editable("b"));
  expect(writeFiles(root, [])).toEqual(["warning stale-file-edited LICENSE"]);
  expect(contents(root)["LICENSE"]).toBe("mine");
});

test("a folder in the place of an editable file is an error", () => {
  const root = folder({ "LICENSE/MIT.txt": "mine" });
  expect(writeFiles(root, editable("a"))).toEqual(["error file-not-owned LICENSE"]);
});

test("files that the run reads are kept and stay owned", () => {
  const root = folder();
  writeTo(root, { ".speakeasy/openapi.yaml": "x", "a.ts": "a" });
  writeTo(root, { "a.ts": "a" }, { keep: [".speakeasy/openapi.yaml"] });
  expect(contents(root)[".speakeasy/openapi.yaml"]).toBe("x");
  expect(writeTo(root, { ".speakeasy/openapi.yaml": "y", "a.ts": "a" })).toEqual([]);
  expect(contents(root)[".speakeasy/openapi.yaml"]).toBe("y");
});

test("two targets in one folder keep to their own files", () => {
  const root = folder();
  expect(writeTo(root, { "one/a.ts": "1" }, { target: "one" })).toEqual([]);
  expect(writeTo(root, { "two/a.ts": "2" }, { target: "two" })).toEqual([]);
  expect(writeTo(root, { "one/a.ts": "2" }, { target: "two" })).toEqual([
    "error file-of-another-target one/a.ts",
  ]);
  expect(without(LOCK, contents(root))).toEqual({ "one/a.ts": "1", "two/a.ts": "2" });
});

test("two targets of one run that write the same file are rejected together", () => {
  const root = folder();
  const both = ["one", "two"].map(
    (target) => compare({ root, target, files: files({ "a.ts": target }) }).value,
  );
  expect(write(both.flatMap((changes) => changes ?? []))).toMatchObject([
    { code: "file-of-another-target" },
  ]);
  expect(contents(root)).toEqual({});
});

test("if the disk refuses, nothing is written and an error says so", () => {
  const root = folder({ "keep.txt": "k" });
  const { value } = compare({ root, target: "t", files: files({ "a.ts": "a" }) });
  put(root, ".speakeasy", "a file where the lock's folder belongs");
  const before = contents(root);
  expect(value && write([value])).toMatchObject([{ code: "write-failed" }]);
  expect(contents(root)).toEqual(before);
});

test("a lock is not written through a link", () => {
  const elsewhere = folder();
  const root = folder();
  symlinkSync(elsewhere, join(root, ".speakeasy"));
  expect(writeTo(root, { "a.ts": "a" })).toEqual(["error file-not-owned .speakeasy"]);
  expect(contents(elsewhere)).toEqual({});
  expect(Object.keys(contents(root))).not.toContain("a.ts");
});

test("new folders are added to existing ones, and no staging folder is left", () => {
  const root = folder({ "src/mine.ts": "mine" });
  const both = [
    ["one", "src/new/a/one.ts"],
    ["two", "src/new/b/two.ts"],
  ].map(([target = "", path = ""]) => compare({ root, target, files: files({ [path]: target }) }));
  expect(write(both.flatMap(({ value }) => value ?? []))).toEqual([]);
  expect(new Set(Object.keys(contents(root)))).toEqual(
    new Set([LOCK, "src/mine.ts", "src/new/a/one.ts", "src/new/b/two.ts"]),
  );
});

test("a file whose folder is a broken link is an error", () => {
  const root = folder();
  symlinkSync(join(root, "nowhere"), join(root, "src"));
  expect(writeTo(root, { "src/a.ts": "x" })).toEqual(["error file-not-owned src/a.ts"]);
});

function locked(files: Readonly<Record<string, string>>): LockedTarget {
  return { files: new Map(Object.entries(files)) };
}

test("a lock is the same whatever the order, and can be read back", () => {
  const made = { digest: "d", inputs: ["../a.yaml"], edited: ["LICENSE"], once: [], warnings: [] };
  const lock: Lock = new Map([
    ["b", locked({ z: "1", a: "2" })],
    ["a", { ...locked({ Z: "3", é: "4" }), made }],
  ]);
  const turned: Lock = new Map([
    ["a", { ...locked({ é: "4", Z: "3" }), made }],
    ["b", locked({ a: "2", z: "1" })],
  ]);
  const text = formatLock(lock);
  expect(formatLock(turned)).toBe(text);
  expect(parseLock(text, "l").value).toEqual(lock);
  expect(parseLock(undefined, "l").value).toEqual(new Map());
});

test.each([
  ["no digest", { inputs: [], edited: [], once: [], warnings: [] }],
  ["an input that is no name", { digest: "d", inputs: [1], edited: [], once: [], warnings: [] }],
  [
    "an error among the warnings",
    { digest: "d", inputs: [], edited: [], once: [], warnings: [{}] },
  ],
  ["no list of files of others", { digest: "d", inputs: [], edited: [], warnings: [] }],
  ["a list", []],
])("a lock whose account of what was made has %s is read without it", (_, made) => {
  const text = JSON.stringify({ lockVersion: 1, targets: { t: { made, files: { a: "1" } } } });
  expect(parseLock(text, "l").value).toEqual(new Map([["t", locked({ a: "1" })]]));
});

test("files in .genignore are neither written, overwritten, deleted nor locked", () => {
  const root = folder();
  const before = { "README.md": "ours\n", "docs/a.md": "a\n", "src/a.ts": "a\n" };
  expect(writeTo(root, before)).toEqual([]);
  put(root, ".genignore", "/README.md\ndocs/\npackage.json\n");
  put(root, "README.md", "mine\n");
  expect(
    writeTo(root, { "README.md": "new\n", "package.json": "{}\n", "src/a.ts": "a\n" }),
  ).toEqual([]);
  const after = contents(root);
  expect(after["README.md"]).toBe("mine\n");
  expect(after["docs/a.md"]).toBe("a\n");
  expect(after["package.json"]).toBeUndefined();
  expect(after[LOCK]).toBe(lockOf({ "src/a.ts": hashOf("a\n") }));
  // Without .genignore it is not owned, so nobody's work is lost.
  put(root, ".genignore", "");
  expect(writeTo(root, { "README.md": "new\n", "src/a.ts": "a\n" })).toEqual([
    "error file-not-owned README.md",
  ]);
});

test.for([
  ["README.md", "README.md docs/README.md", "README.mdx readme.md"],
  ["/README.md", "README.md", "docs/README.md"],
  ["docs/", "docs/a.md docs/b/c.md x/docs/a.md", "docs"],
  ["docs/*.md", "docs/a.md", "docs/b/c.md x/docs/a.md"],
  ["src/**/a.ts", "src/a.ts src/x/y/a.ts", "src/b.ts a.ts"],
  ["examples/**", "examples/a.ts examples/b/c.ts", "examples.ts"],
  ["a?.ts", "ab.ts x/ac.ts", "a.ts abc.ts"],
  ["# a.ts\n\na.(s)+ ", "a.(s)+", "a.ts a.sss"],
  ["docs\r\n!docs/mine.md", "docs/a.md docs/mine.md", "x.md"],
  ["docs/*\n!docs/mine.md", "docs/a.md", "docs/mine.md"],
  ["[a-c].ts\n[!0-9]x", "a.ts x/c.ts bx", "d.ts 1x"],
  ["\\#a\n\\!b", "#a !b", "a b"],
  ["**/gen\na/**/b", "gen x/y/gen/a.ts a/b a/x/y/b", "gens b"],
] as const)("the pattern %j matches as in git", ([text, taken, left]) => {
  const isIgnored = ignoredBy(text);
  expect(taken.split(" ").filter((path) => !isIgnored(path))).toEqual([]);
  expect(left.split(" ").filter(isIgnored)).toEqual([]);
  expect(ignoredByGit(text, [...taken.split(" "), ...left.split(" ")])).toEqual(taken.split(" "));
});

function ignoredByGit(text: string, paths: readonly string[]): readonly string[] {
  const root = folder();
  spawnSync("git", ["init", "--quiet"], { cwd: root });
  put(root, ".gitignore", text);
  const args = ["-c", "core.ignoreCase=false", "check-ignore", "--no-index", "--stdin", "-z"];
  const { stdout } = spawnSync("git", args, { cwd: root, input: paths.join("\0") });
  return String(stdout).split("\0").filter(Boolean);
}
