import { setTimeout as delay } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { Stages } from "../../src/cli/generate.js";
import { run } from "../../src/cli/run.js";
import type { Api } from "../../src/model/types.js";
import type { Names } from "../../src/name/types.js";
import { contents, folder, put } from "../support/folder.js";
import { limits } from "../../../tests/support/limits.js";

/**
 * Stages that write one line of the document and a few options. These tests are about the ends of
 * the pipeline, not the middle.
 */
const stages: Stages = {
  // The fakes below only read the title and the servers, and ignore the names.
  build: ({ info, servers }) => ({ value: { info, servers } as unknown as Api, diagnostics: [] }),
  assignNames: () => ({}) as Names,
  emit: ({ info, servers }, _, { mode, sdkClassName, packageName, envVarPrefix }) => {
    const text = `${[info.title, sdkClassName, packageName, envVarPrefix, servers?.[0]?.url].join(" ")}\n`;
    if (mode.kind === "embedded") return [{ path: `${mode.source}/index.ts`, text }];
    const config =
      mode.document.length > 0
        ? [{ path: ".speakeasy/gen.yaml", text: "typescript: {}\n", once: true }]
        : [];
    return [{ path: "src/index.ts", text }, ...mode.document, ...config];
  },
};

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function ran(root: string, line: string, signal?: AbortSignal): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(line.split(" "), {
    folder: root,
    stages,
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
    ...(signal && { signal }),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const openapi = (title: string, more = ""): string =>
  `openapi: 3.0.3\ninfo:\n  title: ${title}\n  version: "1"\npaths: {}\n${more}`;

const workflow = `workflowVersion: 1.0.0
sources:
  one: { inputs: [{ location: one.yaml }] }
  two: { inputs: [{ location: two.yaml }], overlays: [{ location: overlay.yaml }] }
targets:
  a: { target: typescript, source: one, output: ., config: .speakeasy/a.yaml }
  b: { target: typescript, source: two, output: ., config: .speakeasy/b.yaml }
`;

const project = {
  ".speakeasy/workflow.yaml": workflow,
  ".speakeasy/a.yaml":
    "generation: { sdkClassName: A, baseServerUrl: 'https://a' }\ntypescript: { packageName: p/a, embed: { source: src/a, runtime: src/lib, docs: docs/a } }\n",
  ".speakeasy/b.yaml":
    "typescript: { envVarPrefix: BEE_, embed: { source: src/b, runtime: src/lib, docs: docs/b } }\n",
  "one.yaml": openapi("One"),
  "two.yaml": openapi("Two"),
  "overlay.yaml": "overlay: 1.0.0\nactions: [{ target: $.info, update: { title: Two more } }]\n",
};

test("all targets of a workflow are written, and then up to date", async () => {
  const root = folder(project);
  expect(await ran(root, "check")).toMatchObject({ code: 1, err: "" });
  const { code, out, err } = await ran(root, "generate");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(
    /^a: 1 files \(1 new, 0 changed, 0 deleted, 0 unchanged\) in \d+ ms\n {2}new src\/a\/index.ts\nb: /,
  );
  expect(contents(root)).toMatchObject({
    "src/a/index.ts": "One A p/a A https://a\n",
    "src/b/index.ts": "Two more TwoMore two-more BEE \n",
  });
  expect(await ran(root, "check")).toMatchObject({
    code: 0,
    out: expect.stringContaining("up to date"),
  });
});

test("check lists the differences and writes nothing", async () => {
  const root = folder(project);
  await ran(root, "generate");
  put(root, "one.yaml", openapi("Other"));
  const before = contents(root);
  const { code, out } = await ran(root, "check");
  expect(code).toBe(1);
  expect(out).toContain("a: 1 files, 1 differ, 0 missing, 0 stale");
  expect(out).toContain("  differs src/a/index.ts");
  expect(contents(root)).toEqual(before);
});

test("check names what a killed run left behind, and generate deletes it", async () => {
  const root = folder(project);
  await ran(root, "generate");
  put(root, ".speakeasy/.writing-AbCd12/files/src/a/index.ts", "half");
  const { code, out } = await ran(root, "check");
  expect(code).toBe(1);
  expect(out).toContain(
    "  left behind .speakeasy/.writing-AbCd12: by a killed run. Run generate to delete it.",
  );
  expect((await ran(root, "generate")).out).toContain(
    "  deleted .speakeasy/.writing-AbCd12, which a killed run left behind",
  );
  expect(await ran(root, "check")).toMatchObject({ code: 0, err: "" });
});

test("a single target is written on its own, and an unknown one is an error with a suggestion", async () => {
  const root = folder(project);
  expect((await ran(root, "generate --target b")).code).toBe(0);
  expect(Object.keys(contents(root))).not.toContain("src/a/index.ts");
  expect(await ran(root, "generate --target bb")).toMatchObject({
    code: 1,
    err: expect.stringContaining("Did you mean `b`?"),
  });
});

test("an error in one target leaves the output of all targets unchanged", async () => {
  const root = folder(project);
  await ran(root, "generate");
  const before = contents(root);
  put(root, "one.yaml", openapi("Changed"));
  put(root, "two.yaml", "openapi: 3.0.3\ninfo: {}\npaths: {}\n");
  const { code, err } = await ran(root, "generate");
  expect(code).toBe(1);
  expect(err).toContain("error member-missing");
  expect(err).toContain("Nothing was written.");
  expect(contents(root)).toMatchObject({ "src/a/index.ts": before["src/a/index.ts"] });
});

test("a diagnostic shows its line, pointer, message and help", async () => {
  const root = folder({
    "api.yaml": openapi("T", "components:\n  securitySchemes:\n    A: { $ref: '#/x' }\n"),
  });
  const { code, err } = await ran(root, "generate --schema api.yaml --out out");
  expect(code).toBe(1);
  expect(err).toMatch(
    /^error ref-unresolved \S*api\.yaml:8:10 \/components\/securitySchemes\/A\/\$ref\n {2}`#\/x` does not exist\.\n {2}help: Correct/,
  );
  expect(contents(root)).toEqual({ "api.yaml": expect.any(String) });
});

/** Two unknown keys, and a server that none is. */
const careless = openapi("T", "component: {}\nsecurty: []\n");

test("diagnostics are counted, and --quiet shows none but errors", async () => {
  const root = folder({ "api.yaml": careless });
  const normal = await ran(root, "generate --schema api.yaml --out out");
  expect(normal).toMatchObject({ code: 0 });
  expect(normal.err).toMatch(/^warning key-misspelled \(2\) \S*api\.yaml:6:1 \/component\n/);
  expect(normal.err).toMatch(/\n {2}and 1 more, which --verbose shows\n2 warnings\.$/);
  const verbose = await ran(root, "generate --schema api.yaml --out out --verbose");
  expect(verbose.err).toMatch(/\n {2}also \S*api\.yaml:7:1 \/securty: /);
  expect(await ran(root, "generate --schema api.yaml --out out --quiet")).toEqual({
    code: 0,
    out: "",
    err: "",
  });
  put(root, "api.yaml", "openapi: 3.0.3\n");
  expect(await ran(root, "generate --schema api.yaml --out out --quiet")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^error member-missing[^]*Nothing was written\. 2 errors\.$/),
  });
});

test("--json prints one document", async () => {
  const root = folder({ "api.yaml": careless });
  const { code, out, err } = await ran(root, "generate --schema api.yaml --out out --json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toEqual({
    version: 1,
    command: "generate",
    exitCode: 0,
    written: true,
    counts: { errors: 0, warnings: 2, notes: 0 },
    targets: [
      {
        name: "typescript",
        root: expect.stringMatching(/out$/),
        upToDate: false,
        new: ["src/index.ts", ".speakeasy/openapi.yaml", ".speakeasy/gen.yaml"],
        changed: [],
        deleted: [],
        unchanged: 0,
      },
    ],
    suggestions: [],
    diagnostics: [
      {
        severity: "warning",
        code: "key-misspelled",
        message: "Unknown key `component`.",
        help: "Did you mean `components`? Custom keys start with `x-`.",
        target: "typescript",
        file: expect.stringMatching(/api\.yaml$/),
        line: 6,
        column: 1,
        pointer: "/component",
      },
      expect.objectContaining({ pointer: "/securty", line: 7 }),
    ],
  });
  const checked = await ran(root, "check --schema api.yaml --out out --json");
  expect(JSON.parse(checked.out)).toMatchObject({
    command: "check",
    exitCode: 0,
    written: false,
    targets: [{ upToDate: true, new: [], unchanged: 3 }],
  });
});

test.each([
  ["generate --json", "workflow-missing"],
  ["generate --schema gone.yaml --out out --json", "file-missing"],
])("`%s` reports errors in the document", async (line, error) => {
  const { code, out, err } = await ran(folder(), line);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(JSON.parse(out)).toMatchObject({
    exitCode: 1,
    written: false,
    counts: { errors: 1 },
    targets: [],
    diagnostics: [{ severity: "error", code: error }],
  });
});

test("progress is shown on a terminal, and not with --json", async () => {
  const root = folder(project);
  const now = vi.spyOn(performance, "now");
  let ms = 0;
  now.mockImplementation(() => (ms += 1000));
  const shown = async (line: string): Promise<string> => {
    const written: string[] = [];
    await run(line.split(" "), {
      folder: root,
      stages,
      print: () => void written.push("report\n"),
      printError: () => undefined,
      terminal: (text) => void written.push(text.replace("\r\u001B[2K", "")),
    });
    return written.join("");
  };
  expect(await shown("generate --target a")).toBe(
    "a: reading the document ...a: checking the document ...a: building the model ...a: writing the code ...a: comparing the files ...a: writing the files ...report\nreport\n",
  );
  expect(await shown("generate --target a --json")).toBe("report\n");
  now.mockRestore();
});

test("--schema creates a repository that can generate and check itself", async () => {
  const root = folder({ "api.yaml": openapi("Pet store") });
  expect((await ran(root, "generate --schema api.yaml --out sdk --package @me/pets")).err).toBe("");
  const written = contents(root);
  expect(written).toMatchObject({
    "sdk/src/index.ts": "Pet store PetStore @me/pets PET_STORE \n",
    "sdk/.speakeasy/openapi.yaml": written["api.yaml"],
    "sdk/.speakeasy/gen.yaml": "typescript: {}\n",
  });
  put(root, "sdk/.speakeasy/gen.yaml", "typescript: { packageName: mine }\n");
  put(
    root,
    "sdk/.speakeasy/workflow.yaml",
    "sources: { s: { inputs: [{ location: .speakeasy/openapi.yaml }] } }\ntargets: { typescript: { source: s } }\n",
  );
  expect((await ran(`${root}/sdk`, "generate")).err).toBe("");
  expect(contents(root)).toMatchObject({
    "sdk/src/index.ts": "Pet store PetStore mine PET_STORE \n",
    "sdk/.speakeasy/openapi.yaml": written["api.yaml"],
  });
  expect((await ran(`${root}/sdk`, "check")).code).toBe(0);
  put(root, "api.yaml", openapi("Pet shop"));
  expect((await ran(root, "generate --schema api.yaml --out sdk")).err).toBe("");
  expect(contents(root)).toMatchObject({
    "sdk/src/index.ts": "Pet shop PetShop mine PET_SHOP \n",
    "sdk/.speakeasy/openapi.yaml": openapi("Pet shop"),
  });
});

test.each([
  ["--help", 0, /generate \[--target NAME\]/, /^$/],
  ["--version", 0, /^\d+\.\d+\.\d+$/, /^$/],
  ["bake", 2, /^$/, /Unknown command 'bake'[^]*--help/],
  ["generate", 1, /^$/, /workflow-missing[^]*--schema FILE/],
  ["generate --schema gone.yaml --out o", 1, /^$/, /file-missing[^]*gone\.yaml/],
  [
    "generate --schema https://example.com/a.yaml --out o",
    1,
    /^$/,
    /remote-not-allowed[^]*--allow-remote/,
  ],
])("`%s` exits with %i", async (line, code, out, err) => {
  const result = await ran(folder(), line);
  expect(result.code).toBe(code);
  expect(result.out).toMatch(out);
  expect(result.err).toMatch(err);
});

test(
  "--watch generates again when a document changes, even after a failure",
  { timeout: limits.waiting },
  async () => {
    const root = folder(project);
    const ending = new AbortController();
    const watching = ran(root, "generate --watch", ending.signal);
    const until = async (text: string | undefined): Promise<void> => {
      const end = Date.now() + 60_000;
      while (contents(root)["src/a/index.ts"] !== text && Date.now() < end) await delay(50);
      expect(contents(root)["src/a/index.ts"]).toBe(text);
    };
    await until("One A p/a A https://a\n");
    put(root, "one.yaml", "openapi: [\n");
    await delay(400);
    put(root, "one.yaml", openapi("Mended"));
    await until("Mended A p/a A https://a\n");
    ending.abort();
    expect((await watching).code).toBe(0);
  },
);

test("a diagnostic names the place in the Swagger 2.0 document, not in the upgraded one", async () => {
  const yaml = `swagger: "2.0"
info: { title: T, version: "1" }
paths:
  /a:
    get:
      parameters:
        - name: b
          in: body
          schema: { type: object }
        - name: q
          in: query
          type: nothing
      responses:
        200: { description: d }
definitions:
  A:
    description: 1
    properties:
      b:
        $ref: "#/definitions/B"
`;
  const root = folder({ "a.yaml": yaml });
  const { err } = await ran(root, "generate --schema a.yaml --out out");
  expect(err).toMatch(
    /schema-type-unknown \S*a\.yaml:12:11 \/paths\/~1a\/get\/parameters\/1\/type/,
  );
  expect(err).toMatch(/ref-unresolved \S*a\.yaml:20:9 \/definitions\/A\/properties\/b\/\$ref/);
});
