import { expect, test } from "vitest";
import { cell, oneLine, prose } from "../../../src/emit/docs/markdown.js";
import { limits } from "../../../../tests/support/limits.js";

const script = "<script>alert(1)</script>";

// What CommonMark and GitHub make of the result was read off their rules: no `<` but of a web address, no end of a
// label before a target that is not on the web.
test.each([
  ["HTML", script, "&lt;script>alert(1)&lt;/script>"],
  ["HTML after what looks like a fence and is none", `\`\`\`a\`b\n${script}`, undefined],
  ["HTML after an escaped backtick", `\\\` ${script} \``, undefined],
  ["HTML after a code span", `\`a\` ${script} \`b\``, undefined],
  ["a link to code", "[a](javascript:alert(1))", undefined],
  ["a link to code in brackets", "[[a]](javascript:alert(1))", undefined],
  ["a link with an escaped bracket", "[a\\]](javascript:alert(1))", undefined],
  ["an escaped backslash before a bracket", "[a\\\\](javascript:alert(1))", undefined],
  ["a label over two lines", "[a\nb](javascript:alert(1))", undefined],
  ["a target on the next line", "[a](\njavascript:alert(1))", undefined],
  ["a picture", "![a](data:text/html,x)", undefined],
  ["a definition", "[a]: javascript:alert(1)", undefined],
  ["a definition in a quotation", "> [a]: javascript:alert(1)", undefined],
  ["a definition in a list", "- [a]: javascript:alert(1)", undefined],
  ["a definition over two lines", "[a\nb]: javascript:alert(1)", undefined],
  ["an address of code", "<javascript:alert(1)>", undefined],
  ["an address with an attribute", '<https://a.example" onclick="alert(1)>', undefined],
])("%s stays text", (_, text, expected) => {
  for (const made of [prose(text), oneLine(text), cell(text)]) {
    expect(made).not.toMatch(/<(?!https:\/\/[^\s<>"]+>|br\/>)/);
    // A bracket that ends a label is escaped: an odd number of backslashes is before it.
    for (const [, before = ""] of made.matchAll(/(\\*)\](?=\(|:)/g)) {
      expect({ made, isEscaped: before.length % 2 === 1 }).toEqual({ made, isEscaped: true });
    }
  }
  if (expected !== undefined) expect(prose(text)).toBe(expected);
});

test.each([
  "[a](https://a.example/b?c=1)",
  "<https://a.example>",
  "`<b>` and `[a](b)`",
  "```html\n<b>\n```",
  "write [to](mailto:a@b.example)",
])("%j stays as it is", (text) => {
  expect(prose(text)).toBe(text);
});

test(
  "long runs of one sign take as long as others, not the square of it",
  { timeout: limits.computing },
  () => {
    for (const sign of ["\\", "[", "`", " ", "#", "](", "[a](", "<", "=", "|", "\n", "\\`"]) {
      const text = `# a${sign.repeat(200_000)}b`;
      for (const made of [prose(text), oneLine(text), cell(text)]) {
        expect(made.length).toBeGreaterThan(0);
      }
    }
  },
);
