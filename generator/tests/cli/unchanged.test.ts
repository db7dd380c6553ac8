/** A run from what the output was made from only looks at the files. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Stages } from "../../src/cli/generate.js";
import { run } from "../../src/cli/run.js";
import { diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { Api } from "../../src/model/types.js";
import type { Names } from "../../src/name/types.js";
import { contents, folder, put } from "../support/folder.js";

const HOOKS = "src/hooks/registration.ts";
const LOCK = ".speakeasy/gen.lock";

const scaffold = [
  { path: ".speakeasy/workflow.yaml", text: "workflowVersion: 1.0.0\n", once: true },
  { path: ".speakeasy/gen.yaml", text: "typescript: { packageName: sdk }\n", once: true },
];

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** How often the output was made. */
  readonly made: number;
}

async function ran(root: string, line: string, program = "1"): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  let made = 0;
  const stages: Stages = {
    // The emitter below only reads the title.
    build: ({ info }) => ({
      value: { info } as unknown as Api,
      diagnostics: [diagnostic("key-misspelled", "/info", "The title is old.")],
    }),
    assignNames: () => ({}) as Names,
    emit: ({ info }, _, { packageName, mode, hooks }) => {
      made++;
      const isNew = mode.kind === "standalone" && mode.document.length > 0;
      return [
        ...(isNew ? scaffold : []),
        { path: "src/index.ts", text: `${info.title} ${packageName}\n` },
        { path: "src/other.ts", text: "other\n" },
        ...(hooks ? [{ path: "src/hooks/registration.ts", text: "hooks\n", once: true }] : []),
        { path: "LICENSE", text: "MIT\n", editable: true },
      ];
    },
  };
  const code = await run(line.split(" "), {
    folder: root,
    stages,
    program,
    print: (text) => void out.push(text.replace(/\d+ ms/, "n ms")),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join("\n"), err: err.join("\n"), made };
}

const project = {
  ".speakeasy/workflow.yaml": `workflowVersion: 1.0.0
sources:
  one: { inputs: [{ location: one.yaml }], overlays: [{ location: overlay.yaml }] }
targets:
  a: { target: typescript, source: one, output: ., config: .speakeasy/gen.yaml }
`,
  ".speakeasy/gen.yaml": "typescript: { packageName: p }\n",
  "one.yaml":
    'openapi: 3.0.3\ninfo: { title: One, version: "1" }\npaths: { /a: { $ref: "part.yaml" } }\n',
  "part.yaml": "get: { operationId: a, responses: { 204: { description: Done } } }\n",
  "overlay.yaml": "overlay: 1.0.0\nactions: [{ target: $.info, update: { summary: Short } }]\n",
};

async function generated(): Promise<string> {
  const root = folder(project);
  expect(await ran(root, "generate")).toMatchObject({ code: 0, made: 1 });
  return root;
}

test("nothing is made again, written or left unsaid", async () => {
  const root = await generated();
  const before = contents(root);
  const again = await ran(root, "generate");
  expect(again).toMatchObject({ code: 0, made: 0 });
  expect(again.out).toBe("a: 4 files (0 new, 0 changed, 0 deleted, 4 unchanged) in n ms");
  expect(again.err).toContain("The title is old.");
  expect(await ran(root, "check")).toMatchObject({
    code: 0,
    made: 0,
    out: "a: 4 files, up to date (n ms)",
    err: again.err,
  });
  expect(contents(root)).toEqual(before);
});

const changes: readonly (readonly [what: string, path: string, text: string | undefined])[] = [
  ["the document", "one.yaml", `${project["one.yaml"]}# more\n`],
  ["a file that it refers to", "part.yaml", `${project["part.yaml"]}# more\n`],
  ["an overlay", "overlay.yaml", project["overlay.yaml"].replace("Short", "Long")],
  ["the configuration", ".speakeasy/gen.yaml", "typescript: { packageName: q }\n"],
  ["the files to ignore", ".genignore", "/src/other.ts\n"],
  ["a file by hand", "src/index.ts", "mine\n"],
  ["a file, which is gone", "src/other.ts", undefined],
  ["a file that its owner may edit", "LICENSE", "Mine\n"],
  ["a region", "src/other.ts", "other\n\n// #region module-body\n// #endregion module-body\n"],
  ["the file of hooks, which is gone", HOOKS, undefined],
  ["the file of hooks, which registers them", HOOKS, "export function initHooks() {}\n"],
  ["the exports of the owner", "src/index.extras.ts", "export {};\n"],
];

test.each(changes)("a change of %s makes the output again", async (_, path, text) => {
  const root = await generated();
  if (text === undefined) rmSync(join(root, path));
  else put(root, path, text);
  expect(await ran(root, "check")).toMatchObject({ made: 1 });
  expect(await ran(root, "generate")).toMatchObject({ code: 0, made: 1 });
  // What the owner may edit stays, and is no reason to make it once more.
  expect(await ran(root, "generate")).toMatchObject({ code: 0, made: 0 });
  expect(await ran(root, "check")).toMatchObject({ code: 0, made: 0 });
});

test("a change of the hooks makes nothing again", async () => {
  const root = await generated();
  put(root, HOOKS, "mine\n");
  expect(await ran(root, "check")).toMatchObject({ code: 0, made: 0 });
});

test("an invalid region is an error, whatever the lock says", async () => {
  const root = await generated();
  put(root, "src/other.ts", "other\n\n// #region module-body\n");
  expect(await ran(root, "check")).toMatchObject({ code: 1, made: 1 });
  expect((await ran(root, "generate")).err).toContain("region-invalid");
});

test("another version of the program makes the output again", async () => {
  const root = await generated();
  expect(await ran(root, "generate", "2")).toMatchObject({ code: 0, made: 1 });
  expect(await ran(root, "generate", "2")).toMatchObject({ code: 0, made: 0 });
});

test("edited output is found as before, whatever the lock says", async () => {
  const root = await generated();
  put(root, "src/index.ts", "mine\n");
  const { code, out } = await ran(root, "check");
  expect(code).toBe(1);
  expect(out).toContain("differs src/index.ts");
});

test("a lock that lists files elsewhere does not vouch for them", async () => {
  const root = await generated();
  const lock = contents(root)[LOCK] ?? "";
  put(root, LOCK, lock.replace('"src/other.ts"', '"../other.ts"'));
  expect(await ran(root, "generate")).toMatchObject({ made: 1 });
});

test("an account that does not match is corrected, and fails no check", async () => {
  const root = await generated();
  const lock = contents(root)[LOCK] ?? "";
  put(root, LOCK, lock.replace(/"digest": "[^"]+"/, '"digest": "0"'));
  expect(await ran(root, "check")).toMatchObject({ code: 0, made: 1 });
  await ran(root, "generate");
  expect(contents(root)[LOCK]).toBe(lock);
});

test("a new package is made again once, with the configuration that it got", async () => {
  const root = folder({ "api.yaml": project["one.yaml"], "part.yaml": project["part.yaml"] });
  const line = "generate --schema api.yaml --out sdk";
  const made: number[] = [];
  for (let times = 0; times < 4; times++) made.push((await ran(root, line)).made);
  expect(made).toEqual([1, 1, 0, 0]);
  rmSync(join(root, "sdk/.speakeasy/gen.yaml"));
  expect(await ran(root, line)).toMatchObject({ code: 0, made: 1 });
  expect(contents(root)["sdk/.speakeasy/gen.yaml"]).toBe(scaffold[1]?.text);
});
