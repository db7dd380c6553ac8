import { expect, test } from "vitest";
import { memberKey, propertyKey, stringLiteral } from "../../../src/emit/print/literal.js";

const texts: readonly [text: string, literal: string][] = [
  ["plain", '"plain"'],
  ["it's", '"it\'s"'],
  ['say "hi"', "'say \"hi\"'"],
  ["'a' \"b\"", '"\'a\' \\"b\\""'],
  ['"it\'s" "', "'\"it\\'s\" \"'"],
  ["a\\", '"a\\\\"'],
  ["line\nbreak\r\t", '"line\\nbreak\\r\\t"'],
  ["\u2028\u2029", '"\\u2028\\u2029"'],
  ["\u202eevil\u0000\ud800", '"\\u202eevil\\u0000\\ud800"'],
  ["${x} `y` */", '"${x} `y` */"'],
  ["grün 日本", '"grün 日本"'],
];

test.each(texts)("%j becomes a literal that contains nothing else", (text, literal) => {
  expect(stringLiteral(text)).toBe(literal);
  // The literal is our own code, and its value is what this test is about.
  expect(new Function(`return ${literal}`)()).toBe(text);
});

const keys: readonly [name: string, inType: string, inObject: string][] = [
  ["plain", "plain", "plain"],
  ["default", "default", "default"],
  ["kebab-case", '"kebab-case"', '"kebab-case"'],
  ["1st", '"1st"', '"1st"'],
  ["größe", "größe", "größe"],
  ["日本", "日本", "日本"],
  ["𠮷a\u200d", '"𠮷a\\u200d"', '"𠮷a\\u200d"'],
  ["it's", '"it\'s"', '"it\'s"'],
  ["", '""', '""'],
  ["__proto__", "__proto__", '["__proto__"]'],
];

test.each(keys)("the member name %j is quoted only if it must be", (name, inType, inObject) => {
  expect(memberKey(name)).toBe(inType);
  expect(propertyKey(name)).toBe(inObject);
});
