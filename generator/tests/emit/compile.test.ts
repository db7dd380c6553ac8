import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEmitContext } from "../../src/emit/context.js";
import { emitSource } from "../../src/emit/source.js";
import type { EmitOptions } from "../../src/output/emit-options.js";
import type { OutputFile } from "../../src/output/output-file.js";
import { options } from "./support/api.js";
import { plainNames } from "./support/names.js";
import { richApi } from "./support/rich-api.js";
import { limits } from "../../../tests/support/limits.js";

const ROOT = join(import.meta.dirname, "../../..");
const TEMPORARY = join(ROOT, ".tmp");

const FLAVOURS = ["zod", "zod-mini"] as const;

function sdk(parts: Partial<EmitOptions>): readonly OutputFile[] {
  return emitSource(createEmitContext(richApi, plainNames(richApi), options(parts)));
}

let folder = "";
let written: readonly OutputFile[] = [];

beforeAll(() => {
  mkdirSync(TEMPORARY, { recursive: true });
  folder = mkdtempSync(join(TEMPORARY, "emit-"));
  const at = relative(ROOT, folder);
  const source = (name: string): OutputFile["path"] => `${at}/${name}`;
  const mode = { kind: "embedded", runtime: "src/lib", docs: "docs" } as const;
  written = [
    ...sdk({ mode: { ...mode, source: source("a") } }),
    ...sdk({
      mode: { ...mode, source: source("b") },
      maxMethodParams: 4,
      dateTime: "string",
      flattenGlobalSecurity: false,
      hooks: "hooks",
      responseValidation: "strict",
    }),
    ...FLAVOURS.flatMap((flavour) =>
      sdk({ mode: { ...mode, source: source(flavour) }, validation: flavour }).concat(
        sdk({ mode: { ...mode, source: source(`${flavour}-beside`) }, zodSchemas: flavour }),
      ),
    ),
  ];
  for (const { path, text } of written) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  "everything that a document can express compiles under the strictest flags",
  { timeout: limits.processes },
  () => {
    const config = { extends: "../../tsconfig.json", include: ["."], exclude: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const found = run("typescript7/bin/tsc", ["--noEmit", "-p", folder]).split("\n");
    // Diagnostics of the runtime core are not the subject of this test.
    expect(found.filter((line) => line !== "" && !line.startsWith("src/lib/"))).toEqual([]);
  },
);

test("the formatter finds nothing to change", { timeout: limits.processes }, () => {
  writeFileSync(join(folder, "format.json"), JSON.stringify({ printWidth: 100 }));
  // git ignores the folder, but the formatter checks files that are named explicitly.
  const names = written.map(({ path }) => join(ROOT, path));
  expect(
    run("oxfmt/bin/oxfmt", ["-c", join(folder, "format.json"), "--list-different", ...names]),
  ).toBe("");
});

test("strings of a document never become code", () => {
  const found = written.filter(({ text }) => identifiers(text).has("alert"));
  expect(found.map(({ path }) => path)).toEqual([]);
  const hostile = written.filter(({ text }) => text.includes("alert"));
  expect(hostile.length).toBeGreaterThan(5);
});

test("no invisible character gets into a file", () => {
  for (const { text } of written) expect(text).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
});

test("the same API always gives the same files", () => {
  const once = emitSource(createEmitContext(richApi, plainNames(richApi), options()));
  expect(emitSource(createEmitContext(richApi, plainNames(richApi), options()))).toEqual(once);
});

function run(tool: string, args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [join(ROOT, "node_modules", tool), ...args], {
      encoding: "utf8",
    });
  } catch (thrown) {
    // The output of the tool says more than its exit code.
    return String((thrown as { readonly stdout?: unknown }).stdout) || String(thrown);
  }
}

function identifiers(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest));
  return names;
}

test("reserved characters are not kept where they are part of the style of a path", () => {
  const files = emitSource(createEmitContext(richApi, plainNames(richApi), options()));
  const written = files.map(({ text }) => text).join("\n");
  expect(written).toMatch(/query\("q",.*reserved\(form\)/);
  expect(written).toMatch(/path\(\s*"label"/);
  expect(written).not.toContain("reserved(label");
});
