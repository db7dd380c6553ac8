import { expect, test } from "vitest";
import { run } from "../../src/cli/run.js";
import { emit } from "../../src/emit/index.js";
import { build } from "../../src/model/build.js";
import { assignNames } from "../../src/name/assign-names.js";
import { countSuggestions, suggestOverlay } from "../../src/suggest/index.js";
import { contents, folder, put } from "../support/folder.js";

const document = `openapi: 3.1.0
info: { title: Library, version: "1" }
servers: [{ url: "https://a.example" }]
paths:
  /books:
    get:
      operationId: getBooks
      tags: [books]
      responses:
        "200":
          description: Books
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: { type: array, items: { type: object } }
                  next: { type: string, format: uri }
`;

const workflow = (overlays: string): string => `workflowVersion: 1.0.0
sources:
  library: { inputs: [{ location: library.yaml }]${overlays} }
targets:
  library: { target: typescript, source: library, output: . }
`;

const project = {
  "library.yaml": document,
  ".speakeasy/workflow.yaml": workflow(""),
  ".speakeasy/gen.yaml": "typescript: { embed: { source: src/api, runtime: src/lib } }\n",
};

const FILE = ".speakeasy/library.suggestions.yaml";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function ran(root: string, line: string): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(line.split(" "), {
    folder: root,
    stages: {
      build,
      assignNames,
      emit,
      suggestions: { count: countSuggestions, overlay: suggestOverlay },
    },
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

test("a note says what would be suggested", async () => {
  const root = folder(project);
  expect((await ran(root, "generate")).out).toMatch(/\n1 note \(--verbose shows notes\)\.$/);
  expect((await ran(root, "generate --verbose")).err).toMatch(
    /^note suggestions-available \S*library.yaml:1:1\n {2}The document could declare 1 pagination and 1 better name\.\n {2}help: Run the command with --suggest/,
  );
});

test("--suggest writes an overlay beside the document, and no SDK", async () => {
  const root = folder(project);
  const { code, out, err } = await ran(root, "generate --suggest");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^\S*library\.suggestions\.yaml: 1 pagination and 1 better name\n/);
  expect(out).toContain(`
  sources:
    library:
      overlays:
        - location: ${FILE}`);
  const { [FILE]: overlay, ...others } = contents(root);
  expect(others).toEqual(project);
  expect(overlay).toContain("x-speakeasy-name-override: list");
  expect((await ran(root, "generate --suggest")).out).toContain("as before");
});

test("what workflow.yaml lists is used, and found again", async () => {
  const root = folder(project);
  await ran(root, "generate --suggest");
  const overlay = contents(root)[FILE];
  put(root, ".speakeasy/workflow.yaml", workflow(`, overlays: [{ location: ${FILE} }]`));
  expect(await ran(root, "generate")).toMatchObject({
    code: 0,
    err: "",
    out: expect.stringContaining("new src/api/funcs/booksList.ts"),
  });
  expect((await ran(root, "generate --suggest")).out).toContain("lists the file already");
  expect(contents(root)[FILE]).toBe(overlay);
});

test("an edited file is only overwritten with --force", async () => {
  const root = folder(project);
  await ran(root, "generate --suggest");
  const overlay = contents(root)[FILE] ?? "";
  const edited = overlay.replace("override: list", "override: all");
  put(root, FILE, edited);
  expect(await ran(root, "generate --suggest")).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/^error suggestions-edited \S*library\.suggestions\.yaml\n/),
  });
  expect(contents(root)[FILE]).toBe(edited);
  expect((await ran(root, "generate --suggest --overlay mine.yaml")).code).toBe(0);
  expect(contents(root)).toMatchObject({ [FILE]: edited, "mine.yaml": overlay });
  expect((await ran(root, "generate --suggest --force")).code).toBe(0);
  expect(contents(root)[FILE]).toBe(overlay);
});

test("a new document renews a file that nobody has edited", async () => {
  const root = folder(project);
  await ran(root, "generate --suggest");
  put(root, "library.yaml", document.replace("getBooks", "listBooks"));
  expect((await ran(root, "generate --suggest")).code).toBe(0);
  expect(contents(root)[FILE]).toContain("sdk.books.listBooks()");
});

test("--suggest needs no output for a single document", async () => {
  const root = folder({ "api/library.yaml": document });
  expect(await ran(root, "generate --schema api/library.yaml --suggest")).toMatchObject({
    code: 0,
    err: "",
  });
  expect(new Set(Object.keys(contents(root)))).toEqual(
    new Set(["api/library.yaml", "api/.speakeasy/library.suggestions.yaml"]),
  );
});

test("--suggest --json reports the file", async () => {
  const root = folder(project);
  const { out } = await ran(root, "generate --suggest --json");
  expect(JSON.parse(out)).toMatchObject({
    exitCode: 0,
    written: true,
    targets: [],
    suggestions: [
      {
        target: "library",
        file: expect.stringMatching(/library\.suggestions\.yaml$/),
        written: true,
        paginations: 1,
        names: 1,
      },
    ],
  });
});

test("nothing is written if there is nothing to suggest, or if the document has errors", async () => {
  const root = folder({ ...project, "library.yaml": document.slice(0, 110) });
  const before = contents(root);
  expect(await ran(root, "generate --suggest")).toMatchObject({ code: 1 });
  put(root, "library.yaml", 'openapi: 3.1.0\ninfo: { title: L, version: "1" }\npaths: {}\n');
  expect(await ran(root, "generate --suggest")).toMatchObject({
    code: 0,
    out: "There is nothing to suggest.",
  });
  expect(Object.keys(contents(root))).toEqual(Object.keys(before));
});

test.each([
  ["check --suggest", 2],
  ["generate --suggest --watch", 2],
  ["generate --overlay a.yaml", 2],
  ["generate --force", 2],
])("`%s` is wrong usage", async (line, code) => {
  expect((await ran(folder(project), line)).code).toBe(code);
});

test("one file cannot be for several targets", async () => {
  const root = folder({
    ...project,
    ".speakeasy/workflow.yaml": `${workflow("")}  other: { source: library, output: . }\n`,
  });
  expect(await ran(root, "generate --suggest --overlay a.yaml")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--target"),
  });
  expect((await ran(root, "generate --suggest")).code).toBe(0);
});
