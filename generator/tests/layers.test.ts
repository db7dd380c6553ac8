import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const sources = fileURLToPath(new URL("../src/", import.meta.url));

/**
 * The layers of the generator, from the lowest to the highest. A file imports from its own layer
 * and from lower ones. The layers inside `emit` follow what it writes.
 */
const layers = [
  "strings",
  "diagnostics",
  "document",
  "output",
  "regions",
  "load",
  "model",
  "name",
  "suggest",
  "emit/print",
  "emit/example",
  "emit/context.ts",
  "emit/types",
  "emit/zod",
  "emit/models",
  "emit/operations",
  "emit/client",
  "emit/zod-files.ts",
  "emit/source.ts",
  "emit/docs",
  "emit/package",
  "emit/index.ts",
  "config",
  "write",
  "cli",
  "cli.ts",
];

const imports = importsOf(filesIn(sources));

test("every file belongs to a layer", () => {
  expect([...imports.keys()].filter((file) => layerOf(file) === undefined)).toEqual([]);
});

test("every layer has files", () => {
  const used = new Set([...imports.keys()].map(layerOf));
  expect(layers.filter((layer) => !used.has(layer))).toEqual([]);
});

test.each(layers)("imports in %s point down", (layer) => {
  const upward = [...imports]
    .filter(([file]) => layerOf(file) === layer)
    .flatMap(([file, targets]) => targets.map((target) => `${file} -> ${target}`))
    .filter((edge) => rankOf(edge.split(" -> ")[1] ?? "") > layers.indexOf(layer));
  expect(upward).toEqual([]);
});

test("no file imports itself through others", () => {
  expect(cycleIn(imports)).toEqual([]);
});

test("the generator imports nothing of the SDK that it belongs to but the runtime's defaults", () => {
  const outside = [...imports].flatMap(([file, targets]) =>
    targets.filter((target) => target.startsWith("..")).map((target) => `${file} -> ${target}`),
  );
  const defaults = "../../src/lib/spec/defaults.ts";
  expect(outside).toEqual([`emit/docs/defaults.ts -> ${defaults}`]);
  expect(targetsOf(defaults)).toEqual([]);
});

test("the door of a folder is its index.ts", () => {
  const files = [...imports.keys()].filter((file) => file !== "cli.ts");
  const folders = new Set(files.map((file) => posix.dirname(file)));
  const named = files.filter((file) => {
    const path = file.slice(0, -".ts".length);
    return folders.has(path) || posix.basename(path) === posix.basename(posix.dirname(path));
  });
  expect(named).toEqual([]);
});

/** A layer is a folder with everything inside it, or a single file. */
function layerOf(file: string): string | undefined {
  return layers.find((layer) => file === layer || file.startsWith(`${layer}/`));
}

function rankOf(file: string): number {
  return layers.indexOf(layerOf(file) ?? "");
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"));
}

/**
 * The relative imports and exports of each file, including types, as paths relative to the sources.
 */
function importsOf(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(files.map((file) => [file, targetsOf(file)]));
}

function targetsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(sources, file), "utf8"), true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => posix.join(posix.dirname(file), fileName.replace(/\.js$/, ".ts")));
}

/** The files of a cycle in order, or an empty list. */
function cycleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    finished.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
