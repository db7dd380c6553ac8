/** Packages of documents with few or no operations compile under their own flags. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { run } from "../../src/cli/run.js";
import { emit } from "../../src/emit/index.js";
import { build } from "../../src/model/build.js";
import { assignNames } from "../../src/name/assign-names.js";
import { ended } from "../support/command.js";
import { contents } from "../support/folder.js";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
mkdirSync(join(repository, ".tmp"), { recursive: true });
// Inside the repository, where the tools and msw can be resolved.
const root = mkdtempSync(join(repository, ".tmp/sparse-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const responses = { 204: { description: "Done" } };
const servers = [{ url: "https://other.example" }];
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
const Change = { type: "object", properties: { id: { type: "string" } } };
const trace = { operationId: "traceIt", tags: ["traces"], responses };
const head = { operationId: "headIt", responses };

const sends = (type: string) => ({
  200: { description: "Found", content: { "application/json": { schema: { type } } } },
});

const documents: Readonly<Record<string, object>> = {
  "no operations": { paths: {} },
  "only models": { components: { schemas: { Change } } },
  "only webhooks": { webhooks: { changed: { post: { responses } } } },
  "only operations with servers of their own": {
    paths: { "/a/{id}": { servers, get: { operationId: "getIt", parameters: [id], responses } } },
  },
  "only operations that fetch cannot send": { paths: { "/a": { trace } } },
  "paths that differ in the names of their parameters only": {
    paths: {
      "/a/{id}": { get: { operationId: "getOne", parameters: [id], responses: sends("object") } },
      "/a/{ids}": {
        get: {
          operationId: "getMany",
          parameters: [{ ...id, name: "ids" }],
          responses: sends("array"),
        },
      },
    },
  },
  "operations that declare redirects and no success": {
    paths: {
      "/a": { get: { operationId: "download", responses: { 302: { description: "Found" } } } },
      "/b": {
        get: {
          operationId: "signIn",
          responses: { 303: { description: "See other" }, default: sends("object")[200] },
        },
      },
    },
  },
  "a group of operations that fetch cannot send": { paths: { "/a": { head, trace } } },
};

/** Generates a package, and returns its files. */
async function generated(folder: string, parts: object): Promise<Readonly<Record<string, string>>> {
  const info = { title: "Sparse", version: "1" };
  const document = { openapi: "3.1.0", info, servers: [{ url: "https://a.example" }], ...parts };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const errors: string[] = [];
  const code = await run(["generate", "--schema", "openapi.json", "--out", "sdk"], {
    folder,
    stages: { build, assignNames, emit },
    print: () => undefined,
    printError: (line) => errors.push(line),
  });
  expect(code, errors.join("\n")).toBe(0);
  return contents(join(folder, "sdk"));
}

test.each(Object.entries(documents))(
  "a document with %s becomes a package that compiles and passes its tests",
  async (name, parts) => {
    const folder = join(root, name.replaceAll(" ", "-"));
    const sdk = join(folder, "sdk");
    const files = await generated(folder, parts);
    const compiler = join(repository, "node_modules/typescript7/bin/tsc");
    const { out } = await ended(sdk, process.execPath, compiler, "--noEmit", "-p", ".");
    expect(out).toBe("");
    const { scripts } = JSON.parse(files["package.json"] ?? "");
    const vitest = join(repository, "node_modules/vitest/vitest.mjs");
    const args = String(scripts.test).split(" ").slice(1);
    const tested = await ended(sdk, process.execPath, vitest, ...args);
    expect(tested.code, tested.out + tested.err).toBe(0);
    const linter = join(repository, "node_modules/.bin/oxfmt");
    const own = Object.keys(files).filter((path) => /^(?:src\/testing|tests)\//.test(path));
    expect((await ended(sdk, linter, "--list-different", ...own)).out).toBe("");
  },
  60_000,
);

test("a README mentions only examples that exist", async () => {
  for (const [name, parts] of Object.entries(documents)) {
    const files = await generated(join(root, "readme", dirname(name), name), parts);
    const named = files["README.md"]?.match(/examples\/[\w.-]+/g) ?? [];
    for (const path of named) expect(Object.keys(files)).toContain(path);
  }
});
