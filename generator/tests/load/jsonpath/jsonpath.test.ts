import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../../tests/support/runs.js";
import type { Json } from "../../../src/document/json.js";
import { formatPointer } from "../../../src/document/pointer.js";
import { SIZE_LIMITS } from "../../../src/document/size-limit.js";
import { PathError, parsePath, select } from "../../../src/load/jsonpath/index.js";

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
  ["$.tags[?length(@.name) == 1 && @.order]", ["/tags/1", "/tags/2"]],
  ["$..[?length(@.parameters) > 0]", ["/paths/~1users"]],
  ["$.paths[?count(@.*) > 1]", ["/paths/~1users"]],
  ["$.paths.*[?match(@.operationId, 'li.*')]", ["/paths/~1users/get"]],
  ["$.paths.*[?search(@.operationId, 'rea')]", ["/paths/~1users/post"]],
  ["$.paths[?value(@..deprecated) == true]", ["/paths/~1users"]],
  ["$..[?value(@.name) != 'x' && @.name == 'q']", ["/paths/~1users/parameters/0"]],
])("%s selects %j", (path, pointers) => {
  expect(selected(path)).toEqual(pointers);
});

const dialects: Json = {
  get: { "x-a": 1, responses: { "200": { $ref: "#/a" }, "2XX": { "a-1": 1.5 } } },
};

test.each<readonly [string, readonly string[]]>([
  ["$.get.x-a", ["/get/x-a"]],
  ["$..x-a", ["/get/x-a"]],
  ["$.get.responses.200", ["/get/responses/200"]],
  ["$.get.responses.2XX.a-1", ["/get/responses/2XX/a-1"]],
  ["$..$ref", ["/get/responses/200/$ref"]],
  ["$.get.responses[?@.$ref == '#/a'].$ref", ["/get/responses/200/$ref"]],
  ["$.get.responses[?@.a-1 == 1.5 || @['a-1'] > 1.5e2]", ["/get/responses/2XX"]],
  ["$.get.responses[?(@.a-1 >= 1.5)]", ["/get/responses/2XX"]],
  ["$.get.responses[?'.200' == @.$ref]", []],
  [" $.get.x-a\n", ["/get/x-a"]],
])("%s is accepted, unlike in RFC 9535", (path, pointers) => {
  expect(selected(path, dialects)).toEqual(pointers);
});

test.each([
  ["paths", /expected '\$'/, 0],
  ["$.", /segment .* expected/, 2],
  ["", /segment .* expected/, 0],
  ["$.paths[", /unclosed/, 8],
  ["$.paths['a'", /unclosed/, 11],
  ["$.paths[?]", /expected|unexpected/, 9],
  ["$.paths[?'a']", /compared/, 10],
  ["$.paths[?length(@.a)]", /compared/, 9],
  ["$.paths[?length(@.a, @.b) > 1]", /takes 1 argument/, 9],
  ["$.paths[?size(@.a) > 1]", /no such function/, 9],
  ["$.paths[?@.* == 1]", /not comparable/, 9],
  ["$.paths[?00]", /invalid number/, 9],
  ["$.paths]", /found '\]'/, 7],
  [" $.paths]", /found '\]'/, 8],
  ["$.$ref.200.x-a[01]", /leading zero/, 15],
  ["$[?@.$ref === 1]", /unexpected/, 12],
])("%s is a syntax error", (path, message, offset) => {
  const failure = failureOf(() => parsePath(path));
  expect(failure.message).toMatch(message);
  expect(failure.offset).toBe(offset);
});

test.each([
  `$[?${"(".repeat(20_000)}@.a${")".repeat(20_000)}]`,
  `$[?${"!".repeat(20_000)}@.a]`,
  `$${"[?@".repeat(20_000)}${"]".repeat(20_000)}`,
])("a path that nests too deeply is an error (%#)", (path) => {
  expect(failureOf(() => parsePath(path)).message).toBe("it nests too deeply");
});

test("a document may be as deep as the loader allows", () => {
  const levels = Array.from({ length: SIZE_LIMITS.depth });
  const deep = levels.reduce<Json>((value) => ({ a: value }), {});
  expect(selected("$..a", deep)).toHaveLength(SIZE_LIMITS.depth);
});

test.each([
  ["$[?match(@, '(a*)*b')]", ["a".repeat(60)]],
  ["$..*..*..*..*..*..*..*", Array.from({ length: 600 }, () => [[[[[[[[[[[1]]]]]]]]]]])],
] as const)("%s ends in time", (path, value) => {
  expect(failureOf(() => select(value, parsePath(path), 0.5)).message).toMatch(/more than 0.5 s/);
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
