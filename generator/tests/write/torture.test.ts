/** Every step of a run fails once, or is the last one before the process is killed. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { hasErrors } from "../../src/diagnostics/stage-result.js";
import { compare } from "../../src/write/compare.js";
import { isDifferent, write } from "../../src/write/index.js";
import { type Fault, type Step, onFaultyDisk } from "../support/faulty-disk.js";
import { runs } from "../../../tests/support/runs.js";
import { contents, folder, put } from "../support/folder.js";

type Files = Readonly<Record<string, string>>;

/** What a target writes, by its name. */
type Targets = Readonly<Record<string, Files>>;

interface Run {
  readonly diagnostics: readonly Diagnostic[];
  readonly steps: readonly Step[];
}

/** A run of all targets in one folder, as the command line makes it. */
function run(root: string, targets: Targets, fault?: Fault): Run {
  const compared = Object.entries(targets).map(([target, files]) =>
    compare({
      root,
      target,
      files: Object.entries(files).map(([path, text]) => ({ path, text })),
    }),
  );
  const diagnostics = compared.flatMap((each) => each.diagnostics);
  if (hasErrors(diagnostics)) return { diagnostics, steps: [] };
  let written: readonly Diagnostic[] = [];
  const steps = onFaultyDisk(fault, () => {
    written = write(compared.flatMap(({ value }) => value ?? []));
  });
  return { diagnostics: [...diagnostics, ...written], steps };
}

/** Every file with its content, and every folder. */
function treeOf(root: string): Files {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = entry.isDirectory() ? "a folder" : readFileSync(path, "utf8");
      return [path.slice(root.length + 1), text];
    }),
  );
}

function filesIn(tree: Files): Files {
  return Object.fromEntries(Object.entries(tree).filter(([, text]) => text !== "a folder"));
}

/** Only the files that are not the generator's own. */
function outputOf(root: string): Files {
  return Object.fromEntries(
    Object.entries(contents(root)).filter(([path]) => !path.startsWith(".speakeasy/")),
  );
}

const before: Targets = {
  one: {
    "package.json": "{}\n",
    "src/same.ts": "same\n",
    "src/changed.ts": "before\n",
    "src/edited.ts": "before\n",
    "src/old/deep/gone.ts": "gone\n",
    "src/old/also-gone.ts": "gone\n",
    "src/edited-and-gone.ts": "gone\n",
  },
  two: { "docs/two.md": "before\n", "docs/old/two.md": "gone\n" },
};
const after: Targets = {
  one: {
    "package.json": "{}\n",
    "src/same.ts": "same\n",
    "src/changed.ts": "after, and longer than before\n",
    "src/edited.ts": "after\n",
    "src/new.ts": "new\n",
    "src/fresh/deep/a.ts": "a\n",
    "src/fresh/deep/b.ts": "b\n",
  },
  two: { "docs/two.md": "after\n", "docs/new/two.md": "new\n" },
};
const third: Targets = {
  one: { "package.json": "{}\n", "src/same.ts": "third\n", "src/fresh/deep/c.ts": "c\n" },
  two: { "docs/new/two.md": "third\n" },
};
/** What people have written next to the generated files. */
const theirs: Files = {
  "src/mine.ts": "mine\n",
  "src/fresh.txt": "mine\n",
  ".speakeasy/notes.md": "mine\n",
  ".speakeasy/.writing-mine": "mine\n",
};

interface Start {
  readonly name: string;
  /** Prepares a folder. */
  readonly prepare: (root: string) => void;
  readonly targets: Targets;
}

const starts: readonly Start[] = [
  {
    name: "the first run",
    prepare: (root) => putAll(root, theirs),
    targets: before,
  },
  {
    name: "a run with changed, new and removed files",
    prepare(root) {
      putAll(root, theirs);
      run(root, before);
      put(root, "src/edited-and-gone.ts", "edited\n");
    },
    targets: after,
  },
  {
    name: "a run after one that was killed",
    prepare(root) {
      putAll(root, theirs);
      run(root, before);
      put(root, "src/edited-and-gone.ts", "edited\n");
      run(root, after, { kind: "killed", at: 18 });
    },
    targets: third,
  },
];

const CODES = ["ENOSPC", "EACCES", "EIO"];
/** The suite tries one code at each step and two starts, and `npm run fuzz` all of them. */
const shifts = CODES.slice(0, runs(1).numRuns).map((_, i) => i);
const tried = starts.slice(0, runs(2).numRuns);

function putAll(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) put(root, path, text);
}

function prepared(start: Start): string {
  const root = folder();
  start.prepare(root);
  return root;
}

/** Fails with the fault that is being tried. */
function saying<T>(fault: unknown, steps: readonly Step[], work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`With ${JSON.stringify(fault)} of ${JSON.stringify(steps)}`, { cause });
  }
}

describe.each(tried)("$name", (start) => {
  const clean = (): { readonly tree: Files; readonly steps: readonly Step[] } => {
    const root = prepared(start);
    const { steps, diagnostics } = run(root, start.targets);
    expect(diagnostics.filter(({ code }) => code !== "stale-file-edited")).toEqual([]);
    return { tree: treeOf(root), steps };
  };

  test("can be killed at every step: the next run completes it", () => {
    const { tree, steps } = clean();
    expect(steps.length).toBeGreaterThan(10);
    for (const at of steps.keys()) {
      const fault: Fault = { kind: "killed", at };
      const root = prepared(start);
      run(root, start.targets, fault);
      saying(fault, steps, () => {
        expect(contents(root)).toMatchObject(theirs);
        const { diagnostics } = run(root, start.targets);
        expect(diagnostics.filter(({ code }) => code !== "stale-file-edited")).toEqual([]);
        expect(treeOf(root)).toEqual(tree);
        // Nothing is left to do.
        expect(run(root, start.targets).steps).toEqual([]);
      });
    }
  });

  test.each(shifts)(
    "every step can fail (%i): the error says what to do, the next run completes it",
    (shift) => {
      const { tree, steps } = clean();
      for (const [at, { name }] of steps.entries()) {
        const code = CODES[(at + shift) % CODES.length] ?? "";
        const fault: Fault = { kind: "error", at, code };
        const root = prepared(start);
        const old = outputOf(root);
        const { diagnostics } = run(root, start.targets, fault);
        saying(fault, steps, () => {
          expect(contents(root)).toMatchObject(theirs);
          const errors = diagnostics.filter(({ severity }) => severity === "error");
          if (errors.length > 0) reported(errors, code, root);
          // Only an empty folder, or the staging folder, may stay without an error.
          else expect(["rmdirSync", "rmSync"]).toContain(name);
          if (errors.length === 0 && name === "rmSync") {
            expect(diagnostics).toContainEqual(
              expect.objectContaining({ code: "staging-left", severity: "warning" }),
            );
          }
          if (errors[0]?.message.includes("Nothing was changed."))
            expect(outputOf(root)).toEqual(old);
          const again = run(root, start.targets).diagnostics;
          expect(again.filter((each) => each.code !== "stale-file-edited")).toEqual([]);
          expect(contents(root)).toEqual(filesIn(tree));
          expect(run(root, start.targets).steps).toEqual([]);
        });
      }
    },
  );
});

test("a run that was killed and then asked for other files has the output of those", () => {
  const start = starts[1] as Start; // with changed, new and removed files
  const wanted = prepared(start);
  run(wanted, third);
  const { steps } = run(prepared(start), start.targets);
  for (const at of steps.keys()) {
    const fault: Fault = { kind: "killed", at };
    const root = prepared(start);
    run(root, start.targets, fault);
    saying(fault, steps, () => {
      const { diagnostics } = run(root, third);
      expect(diagnostics.filter(({ code }) => code !== "stale-file-edited")).toEqual([]);
      expect(treeOf(root)).toEqual(treeOf(wanted));
    });
  }
});

/** One error, about a file of the output, that says what happened and what to do. */
function reported(errors: readonly Diagnostic[], code: string, root: string): void {
  expect(errors).toHaveLength(1);
  const [{ code: kind, pointer, message, help } = errors[0] as Diagnostic] = errors;
  expect(kind).toBe("write-failed");
  expect(pointer.startsWith(`${root}/`)).toBe(true);
  expect(pointer).not.toContain(".writing-");
  expect(message).toContain(`\`${pointer.slice(root.length + 1)}\`: ${code}: `);
  expect(message).toMatch(/Nothing was changed\.$|The next run completes it\.$/);
  expect(help).toMatch(
    { ENOSPC: /disk space/, EACCES: /permissions/ }[code] ?? /run the command again/,
  );
}

const one: Targets = { t: { "a.ts": "a\n" } };

/** The id of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

function abandonedIn(root: string): readonly string[] {
  const files = [{ path: "a.ts", text: "a\n" }];
  return compare({ root, target: "t", files }).value?.abandoned ?? [];
}

test("the folder of a run that is alive is left alone, until it is too old to be its own", () => {
  const root = folder();
  run(root, one);
  const alive = `.speakeasy/.writing-${process.ppid}-AbCd12`;
  put(root, `${alive}/files/a.ts`, "a");
  expect(abandonedIn(root)).toEqual([]);
  expect(run(root, one).steps).toEqual([]);
  utimesSync(join(root, alive), 0, 0);
  expect(abandonedIn(root)).toEqual([alive]);
});

test("folders of killed runs are removed, also those of earlier versions", () => {
  const root = folder();
  const left = [`.writing-${deadProcess()}-AbCd12`, ".writing-AbCd12"];
  for (const name of left) {
    put(root, `.speakeasy/${name}/files/src/a.ts`, "a");
    put(root, `.speakeasy/${name}/gen.lock`, "{}");
  }
  mkdirSync(join(root, ".speakeasy/.writing-123456789012-AbCd12"));
  expect(abandonedIn(root)).toHaveLength(3);
  expect(run(root, one).diagnostics).toEqual([]);
  expect(Object.keys(contents(root))).toEqual(["a.ts", ".speakeasy/gen.lock"]);
  expect(readdirSync(join(root, ".speakeasy"))).toEqual(["gen.lock"]);
});

test("they are removed even if the output is up to date", () => {
  const root = folder();
  run(root, one);
  put(root, ".speakeasy/.writing-AbCd12/files/a.ts", "a");
  const { value } = compare({ root, target: "t", files: [{ path: "a.ts", text: "a\n" }] });
  expect(value && isDifferent(value)).toBe(true);
  expect(run(root, one).diagnostics).toEqual([]);
  expect(abandonedIn(root)).toEqual([]);
});

test("what a user could have written is not taken for one", () => {
  const elsewhere = folder({ "files/a.ts": "theirs" });
  const root = folder();
  const dead = deadProcess();
  const mine = [
    ".speakeasy/.writing-AbCd12.txt",
    ".speakeasy/.writing-mine/files/a.ts",
    ".speakeasy/.writing-notes1/draft.md",
    ".speakeasy/.writing-1-2-AbCd12/files/a.ts",
    `.speakeasy/.writing-${dead}-AbCd34/files.txt`,
    `.writing-${dead}-AbCd12/files/a.ts`,
    `src/.speakeasy/.writing-${dead}-AbCd12/files/a.ts`,
    `.speakeasy/.writing-${dead}-AbCd56`,
  ];
  for (const path of mine) put(root, path, "mine");
  symlinkSync(elsewhere, join(root, `.speakeasy/.writing-${dead}-AbCd78`));
  expect(run(root, one).diagnostics).toEqual([]);
  expect(Object.keys(contents(root))).toEqual(expect.arrayContaining(mine));
  expect(contents(elsewhere)).toEqual({ "files/a.ts": "theirs" });
});

test("a lock that cannot be read during the run loses no entry of another target", () => {
  const root = folder();
  run(root, before);
  const files = [{ path: "a.ts", text: "a\n" }];
  const { value } = compare({ root, target: "three", files });
  const lock = join(root, ".speakeasy/gen.lock");
  put(root, ".speakeasy/gen.lock", "not a lock");
  expect(value && write([value])).toMatchObject([{ code: "write-failed", pointer: lock }]);
  expect(readFileSync(lock, "utf8")).toBe("not a lock");
});
