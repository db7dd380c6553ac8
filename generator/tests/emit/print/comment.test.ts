import { expect, test } from "vitest";
import { type Comment, docComment } from "../../../src/emit/print/comment.js";
import { indent } from "../../../src/emit/print/layout.js";
import { render } from "../../../src/emit/print/render.js";

function printed(comment: Comment, width = 100): string {
  return render(docComment(comment) ?? "", width);
}

const comments: readonly [what: string, Comment, string[]][] = [
  ["nothing without text", { text: [undefined, "", " \n"] }, [""]],
  ["one line if it fits", { text: ["A name."] }, ["/** A name. */"]],
  [
    "paragraphs with a blank line between them",
    { text: ["A.", "B."] },
    ["/**", " * A.", " *", " * B.", " */"],
  ],
  ["a lone tag on one line", { tags: [["deprecated", "Use b."]] }, ["/** @deprecated Use b. */"]],
  [
    "tags together after the text",
    {
      text: ["A."],
      tags: [
        ["see", "GET /a"],
        ["deprecated", ""],
      ],
    },
    ["/**", " * A.", " *", " * @see GET /a", " * @deprecated", " */"],
  ],
  [
    "list items on their own lines",
    { text: ["Errors:\n- one\n- two"] },
    ["/**", " * Errors:", " * - one", " * - two", " */"],
  ],
  [
    "code unchanged",
    { text: ["Say:\n```ts\n  a(  b );\n```"] },
    ["/**", " * Say:", " * ```ts", " *   a(  b );", " * ```", " */"],
  ],
];

test.each(comments)("a comment prints %s", (_, comment, expected) => {
  expect(printed(comment).split("\n")).toEqual(expected);
});

test("text is wrapped at the width, and list items have a hanging indent", () => {
  expect(printed({ text: ["aaa bbb ccc ddd\neee\n\n- fff ggg hhh iii"] }, 16).split("\n")).toEqual([
    "/**",
    " * aaa bbb ccc",
    " * ddd eee",
    " *",
    " * - fff ggg hhh",
    " *   iii",
    " */",
  ]);
});

test("the width includes the indentation", () => {
  const comment = docComment({ text: ["x ".repeat(60)] }) ?? "";
  const rows = render(indent(["", comment], 40), 100).split("\n");
  expect(Math.max(...rows.slice(1).map((row) => row.length))).toBeLessThanOrEqual(100);
});

const hostile: readonly [what: string, text: string, expected: string][] = [
  ["end the comment", "a */ alert(1) /*", "/** a *\\/ alert(1) /* */"],
  ["end it across a removed character", "a *\u200b/ b", "/** a *\\/ b */"],
  ["end it across a line", "a *\r\n/ b", "/**\n * a * / b\n */"],
  ["pretend a tag", "@deprecated", "/** \\@deprecated */"],
  ["pretend a tag on a second line", "a\n\n  @internal", "/**\n * a\n *\n *   \\@internal\n */"],
  ["break the line with an unusual character", "a\u2028@b\u2029c", "/**\n * a @b c\n */"],
  ["reverse what is read", "a\u202eb\u0000c", "/** abc */"],
];

test.each(hostile)("text of a document cannot %s", (_, text, expected) => {
  expect(printed({ text: [text] })).toBe(expected);
});

test("the text of a tag cannot start another tag", () => {
  expect(printed({ tags: [["see", "a\n@deprecated b */"]] })).toBe(
    "/** @see a @deprecated b *\\/ */",
  );
});
