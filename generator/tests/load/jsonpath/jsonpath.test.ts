import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../../tests/support/runs.js";
import type { Json } from "../../../src/document/json.js";
import { formatPointer } from "../../../src/document/pointer.js";
import { parsePath } from "../../../src/load/jsonpath/parse.js";
import { PathError } from "../../../src/load/jsonpath/scanner.js";
import { select } from "../../../src/load/jsonpath/select.js";

const document: Json = {
  tags: [{ name: "a" }, { name: "b", order: 2 }, { name: "c", order: 10 }],
  paths: {
    "/users": {
      parameters: [{ name: "q" }],
      get: { operationId: "list", deprecated: true, "x-meta": { internal: true } },
      post: { operationId: "create" },
    },
    "/it's": { get: { operationId: "odd" } },
  },
};

function selected(path: string, value: Json = document): readonly string[] {
  return select(value, parsePath(path)).map(({ tokens }) => formatPointer(tokens));
}

test.each<readonly [string, readonly string[]]>([
  ["$", [""]],
  ["$.paths", ["/paths"]],
  ["$['paths']", ["/paths"]],
  ['$["paths"]["/users"].get', ["/paths/~1users/get"]],
  ["$.paths['/it\\'s'].get", ["/paths/~1it's/get"]],
  ["$.paths.*", ["/paths/~1users", "/paths/~1it's"]],
  ["$.paths[*].get", ["/paths/~1users/get", "/paths/~1it's/get"]],
  ["$.tags[0]", ["/tags/0"]],
  ["$.tags[-1].name", ["/tags/2/name"]],
  ["$.tags[0,2]", ["/tags/0", "/tags/2"]],
  ["$.tags[1:]", ["/tags/1", "/tags/2"]],
  ["$.tags[::-1]", ["/tags/2", "/tags/1", "/tags/0"]],
  ["$.tags[:-1]", ["/tags/0", "/tags/1"]],
  ["$.tags['name']", []],
  ["$.paths[0]", []],
  ["$.nothing.at.all", []],
  ["$.paths['/users']['get','post']", ["/paths/~1users/get", "/paths/~1users/post"]],
  [
    "$..operationId",
    [
      "/paths/~1users/get/operationId",
      "/paths/~1users/post/operationId",
      "/paths/~1it's/get/operationId",
    ],
  ],
  ["$..['x-meta']", ["/paths/~1users/get/x-meta"]],
  ["$.paths['/users'].get.x-meta.internal", ["/paths/~1users/get/x-meta/internal"]],
  ["$.paths[*][?@.operationId=='create']", ["/paths/~1users/post"]],
  ['$.paths[*][?(@.operationId=="create")]', ["/paths/~1users/post"]],
  [
    "$.paths.*[?(@.operationId == 'list' || @.operationId == 'odd')]",
    ["/paths/~1users/get", "/paths/~1it's/get"],
  ],
  ["$.paths[*][?@.operationId=='list' && @.deprecated == true]", ["/paths/~1users/get"]],
  ["$.paths[*][?@.operationId=='create' && @.deprecated]", []],
  ["$.paths[*][?@.operationId && !@.deprecated]", ["/paths/~1users/post", "/paths/~1it's/get"]],
  [
    "$.paths[*][?@.operationId != 'list' && @.operationId]",
    ["/paths/~1users/post", "/paths/~1it's/get"],
  ],
  [
    "$.paths[*][?@.operationId && !(@.operationId=='list')]",
    ["/paths/~1users/post", "/paths/~1it's/get"],
  ],
  ["$.paths[?@.get.x-meta.internal]", ["/paths/~1users"]],
  ["$.paths[?@.get['x-meta'].internal == true]", ["/paths/~1users"]],
  ["$.paths[?@.parameters[0].name=='q']", ["/paths/~1users"]],
  ["$.paths[?@.parameters[?@.name=='q']]", ["/paths/~1users"]],
  ["$..[?@.operationId=='odd']", ["/paths/~1it's/get"]],
  ["$.tags[?@.order > 2]", ["/tags/2"]],
  ["$.tags[?@.order >= 2].name", ["/tags/1/name", "/tags/2/name"]],
  ["$.tags[?@.name < 'b']", ["/tags/0"]],
  ["$.tags[?@.order == @.missing]", ["/tags/0"]],
  ["$.tags[?@.name == $.tags[1].name]", ["/tags/1"]],
  ["$.tags[?@ == null]", []],
])("%s selects %j", (path, pointers) => {
  expect(selected(path)).toEqual(pointers);
});

test.each([
  ["paths", /"\$" expected/],
  ["$.", /name/],
  ["$.paths[", /quoted name/],
  ["$.paths['a'", /"\]" expected/],
  ["$.paths[?]", /expected/],
  ["$.paths[?'a']", /comparison/],
  ["$.paths[?length(@.a) > 1]", /functions/],
  ["$.paths[?00]", /comparison/],
  ["$.paths]", /segment|end/],
])("%s is a syntax error", (path, message) => {
  const failure = failureOf(() => parsePath(path));
  expect(failure.message).toMatch(message);
  expect(failure.offset).toBeLessThanOrEqual(path.length);
});

function failureOf(work: () => unknown): PathError {
  try {
    work();
  } catch (cause) {
    if (cause instanceof PathError) return cause;
  }
  throw new Error("no PathError");
}

test("a quoted name selects the member of that name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const path = `$[${JSON.stringify(name)}]`;
      expect(
        selected(
          path,
          Object.fromEntries([
            [name, 1],
            [`${name}x`, 2],
          ]),
        ),
      ).toEqual([formatPointer([name])]);
    }),
  );
});

test("any string is a path or a PathError", () => {
  const parts = fc.constantFrom(
    "$",
    "..",
    ".",
    "[",
    "]",
    "?",
    "@",
    "'",
    '"',
    "*",
    "a",
    "0",
    ":",
    ",",
    "(",
    ")",
    "!",
    "==",
    "&&",
    "||",
    " ",
    "\\",
    "-",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 20 }), (texts) => {
      try {
        select(document, parsePath(`$${texts.join("")}`));
      } catch (cause) {
        expect(cause).toBeInstanceOf(PathError);
      }
    }),
    runs(2000),
  );
});
