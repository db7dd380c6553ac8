import { expect, test } from "vitest";
import { CODE_BANNER, type Printable, code, codeFile } from "../../../src/emit/print/code-file.js";
import { docComment } from "../../../src/emit/print/comment.js";
import { lines } from "../../../src/emit/print/expression.js";
import { asType, external, platform, symbol } from "../../../src/emit/print/symbol.js";

const PATH = "src/ampersand/funcs/connectionsList.ts";

function printed(
  print: (file: ReturnType<typeof codeFile>) => void,
  reserved: string[] = [],
): string {
  const file = codeFile(PATH, { reserved });
  print(file);
  return file.finish().text.replace(`${CODE_BANNER}\n`, "");
}

test("a finished file starts with the banner and ends with a line break", () => {
  const file = codeFile(PATH);
  file.print(code`export const a = 1;`);
  expect(file.finish()).toEqual({ path: PATH, text: `${CODE_BANNER}\nexport const a = 1;\n` });
});

test("printing a symbol imports it, relative to the file", () => {
  const text = printed((file) => {
    file.print(
      code`export const a = ${symbol("object", "src/lib/schema")}(${symbol("B", "src/ampersand/models/b")});`,
    );
    file.print(code`export const c = ${symbol("C", "src/ampersand/funcs/c")};`);
  });
  expect(text).toBe(
    [
      'import { object } from "../../lib/schema.js";',
      'import { B } from "../models/b.js";',
      'import { C } from "./c.js";',
      "",
      "export const a = object(B);",
      "",
      "export const c = C;",
      "",
    ].join("\n"),
  );
});

test("names that are only used as types are imported as types", () => {
  const a = symbol("A", "src/lib/index");
  const text = printed((file) => {
    file.print(
      code`export const a: ${asType(a)} = ${a}, b: ${symbol("B", "src/lib/index", { type: true })};`,
    );
    file.print(
      code`export type C = ${symbol("C", "src/lib/c", { type: true })} | ${asType(external("T", "tool"))};`,
    );
  });
  expect(text.split("\n").slice(0, 3)).toEqual([
    'import type { T } from "tool";',
    'import type { C } from "../../lib/c.js";',
    'import { A, type B } from "../../lib/index.js";',
  ]);
});

test("an import gets another name than a declaration, a reserved name or an earlier import", () => {
  const text = printed(
    (file) => {
      file.print(
        code`export const ${symbol("path", PATH.slice(0, -3))} = ${symbol("path", "src/lib/index")}();`,
      );
      file.print(
        code`f(${symbol("request", "src/lib/index")}, ${symbol("X", "src/a")}, ${symbol("X", "src/b")});`,
      );
    },
    ["request"],
  );
  expect(text).toBe(
    [
      'import { X } from "../../a.js";',
      'import { X as X$1 } from "../../b.js";',
      'import { path as path$1, request as request$1 } from "../../lib/index.js";',
      "",
      "export const path = path$1();",
      "",
      "f(request$1, X, X$1);",
      "",
    ].join("\n"),
  );
});

test("a name of the platform works next to a declaration or an import of the same name", () => {
  const own = symbol("Date", PATH.slice(0, -3));
  expect(printed((file) => file.print(code`export type ${own} = ${platform("Date")};`))).toContain(
    "export type Date = globalThis.Date;",
  );
  const other = symbol("Date", "src/date", { type: true });
  expect(printed((file) => file.print(code`type A = ${other} | ${platform("Date")};`))).toContain(
    "type A = Date$1 | Date;",
  );
});

test("a long import has one name per line, a single name never breaks", () => {
  const names = Array.from({ length: 9 }, (_, index) => `aRatherLongName${index}`);
  const text = printed((file) => {
    file.print(code`${names.map((name) => [symbol(name, "src/lib/index"), ";"])}`);
    file.print(code`${symbol("a".repeat(100), "src/z")};`);
  });
  expect(text.split("\n").slice(0, 12)).toEqual([
    "import {",
    ...names.map((name) => `  ${name},`),
    '} from "../../lib/index.js";',
    `import { ${"a".repeat(100)} } from "../../z.js";`,
  ]);
});

const templates: readonly [Printable, string][] = [
  [code`one ${1} two`, "one 1 two"],
  [
    code`
      {
        ${lines(["a", "b"])}
      }
    `,
    "{\n  a\n  b\n}",
  ],
  [
    code`
      a(
        ${undefined}
        ${[]}
        ${false}b
        ${"c"}${""}
      )
    `,
    "a(\n  b\n  c\n)",
  ],
  [
    code`
      class {
        ${code`
          a() {
            return ${lines(["1 +", "2"])};
          }
        `}
      }
    `,
    "class {\n  a() {\n    return 1 +\n    2;\n  }\n}",
  ],
  [
    code`
      ${docComment({ text: ["Says what it is."] })}
      a
    `,
    "/** Says what it is. */\na",
  ],
  [
    code`
      a

      b
    `,
    "a\n\nb",
  ],
];

test.each(templates)("a template keeps its own indentation (%#)", (template, expected) => {
  expect(printed((file) => file.print(code`${template}`))).toBe(`${expected}\n`);
});
