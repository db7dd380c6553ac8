import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type Code, codes } from "../../src/diagnostics/codes.js";
import { collector } from "../../src/diagnostics/collector.js";
import { diagnostic } from "../../src/diagnostics/diagnostic.js";

const sources = fileURLToPath(new URL("../../src/", import.meta.url));

test("every code is reported somewhere", () => {
  const code = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith("diagnostics"))
    .map((name) => readFileSync(join(sources, name), "utf8"))
    .join("\n");
  expect(Object.keys(codes).filter((name) => !code.includes(`"${name}"`))).toEqual([]);
});

test.each(Object.entries(codes))("%s has a help of whole sentences", (name, { help }) => {
  expect(name).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/);
  expect(help).toMatch(/^[A-Z].*\.$/);
});

test("a diagnostic takes its severity and its help from the catalog", () => {
  expect(diagnostic("file-empty", "a.yaml", "The file is empty.")).toEqual({
    code: "file-empty",
    severity: "error",
    pointer: "a.yaml",
    message: "The file is empty.",
    help: codes["file-empty"].help,
  });
});

test("a diagnostic may say more than the catalog", () => {
  const help = "Did you mean `b`?";
  expect(diagnostic("config-key-unknown", "", "Unknown key `a`.", help)).toMatchObject({ help });
});

test("a collector keeps each diagnostic once, in the order of the reports", () => {
  const { report, diagnostics } = collector();
  report("server-missing", "", "The document has no server.");
  report("schema-invalid", "/a", "One.");
  report("schema-invalid", "/a", "One.");
  report("schema-invalid", "/b", "One.");
  expect(diagnostics.map(({ code, pointer }): [Code, string] => [code, pointer])).toEqual([
    ["server-missing", ""],
    ["schema-invalid", "/a"],
    ["schema-invalid", "/b"],
  ]);
});
