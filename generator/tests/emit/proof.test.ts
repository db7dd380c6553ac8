/**
 * The builders that generated code calls have no type parameters, so no program of a user proves
 * that a schema fits its interface. This file does, once for all output: it compiles it with the
 * builders of `typed.ts` in their place.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limits } from "../../../tests/support/limits.js";
import { createEmitContext } from "../../src/emit/context.js";
import { emitSource } from "../../src/emit/source.js";
import { options } from "./support/api.js";
import { plainNames } from "./support/names.js";
import { richApi } from "./support/rich-api.js";

const ROOT = join(import.meta.dirname, "../../..");
const TEMPORARY = join(ROOT, ".tmp");

let folder = "";

beforeAll(() => {
  mkdirSync(TEMPORARY, { recursive: true });
  folder = mkdtempSync(join(TEMPORARY, "proof-"));
  const compilerOptions = { noUnusedLocals: false, incremental: false };
  const config = { extends: "../../tsconfig.json", compilerOptions, include: ["."], exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a generated file that imports the typed builders. */
function write(path: string, text: string): void {
  const typed = join(ROOT, "src/lib/typed.js");
  const zod = join(ROOT, "src/lib/zod");
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(
    join(folder, path),
    text
      .replaceAll(/ from "[./]+\/(?:src\/)?lib\/(?:schema\/)?index\.js"/g, ` from "${typed}"`)
      .replaceAll(/ from "[./]+\/(?:src\/)?lib\/zod\/([\w-]+)\.js"/g, ` from "${zod}/$1.js"`)
      .replaceAll(
        / from "[./]+\/(?:src\/)?(lib\/(?:hooks|oauth|webhook|xml)\/index\.js)"/g,
        (_, module: string) => ` from "${join(ROOT, "src", module)}"`,
      ),
  );
}

/** The sources of the platforms' SDKs and of the fixtures' ones. */
function* generated(): Generator<readonly [path: string, text: string]> {
  const folders = ["src/platforms", "generator/fixtures"];
  for (const from of folders) {
    for (const entry of readdirSync(join(ROOT, from), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(ROOT.length + 1);
      const isSource = name.startsWith("src/") || name.split("/")[3] === "sdk";
      if (entry.isFile() && name.endsWith(".ts") && isSource)
        yield [name, readFileSync(path, "utf8")];
    }
  }
  const mode = { kind: "embedded", runtime: "src/lib", docs: "docs", source: "rich" } as const;
  for (const dateTime of ["date", "string"] as const)
    for (const file of emitSource(
      createEmitContext(richApi, plainNames(richApi), options({ mode, dateTime })),
    ))
      yield [file.path.replace("rich/", `rich-${dateTime}/`), file.text];
}

/** Compiles what has been written. Returns the lines that the compiler prints, by file. */
function errors(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of compile().split("\n")) {
    const [, path] = /^(?:\.tmp\/[^/]+\/)?(.+?)\(\d+,\d+\): error/.exec(line) ?? [];
    if (path !== undefined) found.set(path, [...(found.get(path) ?? []), line]);
  }
  return found;
}

function compile(): string {
  const tsc = join(ROOT, "node_modules/typescript7/bin/tsc");
  try {
    return execFileSync(process.execPath, [tsc, "--noEmit", "--pretty", "false", "-p", folder], {
      encoding: "utf8",
      cwd: ROOT,
    });
  } catch (thrown) {
    // The output of the compiler says more than its exit code.
    return String((thrown as { readonly stdout?: unknown }).stdout);
  }
}

test("every schema fits its interface", { timeout: limits.processes }, () => {
  for (const [path, text] of generated()) write(path, text);
  for (const [i, [, type, wrong, right]] of contradictions.entries()) {
    write(`wrong/${i}.ts`, `${head}export const S: ${type} = ${wrong};\n`);
    write(`right/${i}.ts`, `${head}export const S: ${type} = ${right};\n`);
  }
  const found = errors();
  const missed = contradictions.filter((_, i) => !found.has(`wrong/${i}.ts`));
  // The proof is worth something only if contradictions fail it.
  expect(missed.map(([what]) => what)).toEqual([]);
  const others = [...found].filter(([path]) => !path.startsWith("wrong/"));
  expect(others).toEqual([]);
});

const head = `
import {
  type Operation, type Schema, TypedError, array, as, bigint, boolean, closedEnum, dateTime, extra,
  integer, json, jsonError, lazy, literal, nullable, number, object, operation, optional, record,
  string, text, tuple, union,
} from "../lib/index.js";
export interface Item { name: string; at: Date; tags: string[]; note: string | null }
export const Item: Schema<Item> = object(() => ({
  name: string, at: as("at_time", dateTime), tags: array(string), note: nullable(string),
}));
export class Missing extends TypedError<Item> { override readonly name = "Missing"; }
export class Refused extends TypedError<string> { override readonly name = "Refused"; }
`;

const call = (request: string, responses: string): string =>
  `operation(() => ({ id: "get", method: "GET", path: "/", request: ${request}, responses: [${responses}] }))`;

const one = "object(() => ({ id: string }))";

/** Types with a schema or an operation that contradicts them, and with one that fits. */
const contradictions: readonly (readonly [
  what: string,
  type: string,
  wrong: string,
  right: string,
])[] = [
  ...(
    [
      ["another type", "number", "string", "number"],
      ["a string for a date", "Date", "string", "dateTime"],
      ["a date for a string", "string", "dateTime", "string"],
      ["a bigint for a number", "number", "bigint", "integer"],
      ["an optional member for a required one", "string", "optional(string)", "string"],
      ["null where it is not allowed", "string", "nullable(string)", "string"],
      ["an item for an array", "Item[]", "Item", "array(Item)"],
      ["an array of other items", "Item[]", "array(string)", "array(Item)"],
      ["a renamed member of another type", "number", 'as("b", string)', 'as("b", number)'],
      ["a map of other values", "Record<string, Item>", "record(string)", "record(Item)"],
      ["another literal", '"on"', 'literal("off")', 'literal("on")'],
      ["an enum with another value", '"on"', 'closedEnum({ x: "off" })', 'closedEnum({ x: "on" })'],
      [
        "a union with another variant",
        "Item | string",
        "union(() => [Item, number])",
        "union(() => [Item, string])",
      ],
      [
        "a tuple in another order",
        "[string, number]",
        "tuple([number, string])",
        "tuple([string, number])",
      ],
      [
        "a nested object",
        "{ b: number }",
        "object(() => ({ b: boolean }))",
        "object(() => ({ b: number }))",
      ],
      ["an alias of another model", "Item", "lazy(() => string)", "lazy(() => Item)"],
    ] as const
  ).map(
    ([what, type, wrong, right]) =>
      [
        what,
        `Schema<{ a: ${type} }>`,
        `object(() => ({ a: ${wrong} }))`,
        `object(() => ({ a: ${right} }))`,
      ] as const,
  ),
  [
    "a member that is missing",
    "Schema<{ a: string; b: string }>",
    "object(() => ({ a: string }))",
    "object(() => ({ a: string, b: string }))",
  ],
  [
    "additional properties without their schema",
    "Schema<{ a: string; additionalProperties?: Record<string, string> | undefined }>",
    "object(() => ({ a: string }))",
    "object(() => ({ a: string }), extra(() => string))",
  ],
  [
    "a response of another type",
    "Operation<{ id: string }, Item>",
    call(one, "json(200, string)"),
    call(one, "json(200, Item)"),
  ],
  [
    "a response of another kind",
    "Operation<{ id: string }, Item>",
    call(one, "text(200)"),
    call(one, "json(200, Item)"),
  ],
  [
    "another request",
    "Operation<{ id: number }, Item>",
    call(one, "json(200, Item)"),
    call("object(() => ({ id: number }))", "json(200, Item)"),
  ],
  [
    "an undeclared error",
    "Operation<{ id: string }, Item>",
    call(one, "json(200, Item), jsonError(404, Missing, Item)"),
    call(one, "json(200, Item)"),
  ],
  [
    "an error with another body",
    "Operation<{ id: string }, Item, Missing>",
    call(one, "json(200, Item), jsonError(404, Missing, string)"),
    call(one, "json(200, Item), jsonError(404, Missing, Item)"),
  ],
];
