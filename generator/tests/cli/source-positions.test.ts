import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { sourcePositionsIn } from "../../src/cli/source-positions.js";
import type { Job } from "../../src/config/job.js";
import type { Code } from "../../src/diagnostics/codes.js";
import { diagnostic } from "../../src/diagnostics/diagnostic.js";
import { display } from "../../src/load/read.js";
import { folder } from "../support/folder.js";

const files = {
  "a.yaml": "openapi: 3.1.0\npaths:\n  /a: {}\n",
  "b.json": '{"openapi": "3.1.0",\n "paths": {"/b": {}}}',
  "gen.yaml": "typescript:\n  packageName: p\n",
};

interface More {
  readonly overlays?: readonly string[];
  readonly code?: Code;
}

/** The place of a diagnostic. `{}` in a pointer and in the place stands for the folder. */
function placeOf(
  pointer: string,
  inputs: readonly string[],
  { overlays = [], code = "schema-invalid" }: More,
): readonly unknown[] {
  const root = folder(files);
  const url = (name: string): URL => pathToFileURL(join(root, name));
  const here = display(url("./"));
  const job: Job = {
    target: "t",
    root,
    source: { inputs: inputs.map(url), overlays: overlays.map(url), folder: url("./") },
    config: {},
    configFiles: [],
    isConfigured: true,
  };
  const found = diagnostic(code, pointer.replace("{}", here), "It is wrong.");
  const { file, line, column, ...rest } = sourcePositionsIn(job)(found);
  return [file?.replace(here, "{}"), line, column, rest.pointer];
}

test.each([
  ["the only input", "/paths/~1a", ["a.yaml"], {}, ["{}/a.yaml", 3, 3, "/paths/~1a"]],
  ["what is not there", "/paths/~1a/get", ["a.yaml"], {}, ["{}/a.yaml", 3, 3, "/paths/~1a/get"]],
  ["one of two", "/paths/~1b", ["a.yaml", "b.json"], {}, ["{}/b.json", 2, 12, "/paths/~1b"]],
  [
    "none of two",
    "/paths/~1c",
    ["a.yaml", "b.json"],
    {},
    [undefined, undefined, undefined, "/paths/~1c"],
  ],
  [
    "an input below an overlay",
    "/paths/~1a",
    ["a.yaml"],
    { overlays: ["o.yaml"] },
    ["{}/a.yaml", 3, 3, "/paths/~1a"],
  ],
  [
    "an overlay",
    "/paths/~1a/get",
    ["a.yaml"],
    { overlays: ["o.yaml"] },
    [undefined, undefined, undefined, "/paths/~1a/get"],
  ],
  [
    "a configuration file",
    "{}/gen.yaml#/typescript/packageName",
    [],
    { code: "config-value-invalid" },
    ["{}/gen.yaml", 2, 3, "/typescript/packageName"],
  ],
  [
    "a file that is gone",
    "gone.yaml#/a",
    [],
    { code: "config-value-invalid" },
    ["gone.yaml", undefined, undefined, "/a"],
  ],
  [
    "a URL",
    "https://a.example/b.yaml#/a",
    [],
    { code: "overlay-no-match" },
    ["https://a.example/b.yaml", undefined, undefined, "/a"],
  ],
  ["a syntax error", "c:/a.yaml:3:14", [], { code: "syntax-error" }, ["c:/a.yaml", 3, 14, ""]],
  [
    "a file to write",
    "/src/a.ts",
    ["a.yaml"],
    { code: "write-failed" },
    ["/src/a.ts", undefined, undefined, ""],
  ],
] as const)("a diagnostic about %s has its place", (_, pointer, inputs, more, expected) => {
  expect(placeOf(pointer, inputs, more)).toEqual(expected);
});
