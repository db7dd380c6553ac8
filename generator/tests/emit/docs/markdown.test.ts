import { expect, test } from "vitest";
import { cell, oneLine, prose } from "../../../src/emit/docs/markdown.js";
import { limits } from "../../../../tests/support/limits.js";

const script = "<script>alert(1)</script>";

// By the rules of CommonMark and GitHub, the result must contain no `<` except for web addresses,
// and no end of a label before a target that is not on the web.
test.each([
  ["HTML", script, "&lt;script>alert(1)&lt;/script>"],
  ["HTML after what only looks like a fence", `\`\`\`a\`b\n${script}`, undefined],
  ["HTML after an escaped backtick", `\\\` ${script} \``, undefined],
  ["HTML after a code span", `\`a\` ${script} \`b\``, undefined],
  ["a link to code", "[a](javascript:alert(1))", undefined],
  ["a link to code in brackets", "[[a]](javascript:alert(1))", undefined],
  ["a link with an escaped bracket", "[a\\]](javascript:alert(1))", undefined],
  ["an escaped backslash before a bracket", "[a\\\\](javascript:alert(1))", undefined],
  ["a label over two lines", "[a\nb](javascript:alert(1))", undefined],
  ["a target on the next line", "[a](\njavascript:alert(1))", undefined],
  ["an image", "![a](data:text/html,x)", undefined],
  ["a definition", "[a]: javascript:alert(1)", undefined],
  ["a definition in a quotation", "> [a]: javascript:alert(1)", undefined],
  ["a definition in a list", "- [a]: javascript:alert(1)", undefined],
  ["a definition over two lines", "[a\nb]: javascript:alert(1)", undefined],
  ["an address of code", "<javascript:alert(1)>", undefined],
  ["an address with an attribute", '<https://a.example" onclick="alert(1)>', undefined],
])("%s becomes plain text", (_, text, expected) => {
  for (const made of [prose(text), oneLine(text), cell(text)]) {
    expect(made).not.toMatch(/<(?!https:\/\/[^\s<>"]+>|br\/>)/);
    // The closing bracket is escaped if an odd number of backslashes precedes it.
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
])("%j is kept", (text) => {
  expect(prose(text)).toBe(text);
});

test("long runs of one character take linear time", { timeout: limits.computing }, () => {
  for (const sign of ["\\", "[", "`", " ", "#", "](", "[a](", "<", "=", "|", "\n", "\\`"]) {
    const text = `# a${sign.repeat(200_000)}b`;
    for (const made of [prose(text), oneLine(text), cell(text)]) {
      expect(made.length).toBeGreaterThan(0);
    }
  }
});
