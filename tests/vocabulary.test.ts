/**
 * The words of `tests/vocabulary/retired.ts` do not come back. `npm run vocabulary -- --list`
 * prints every place of one that did.
 */
import { expect, test } from "vitest";
import { type Finding, findNames, findWords } from "./vocabulary/find.js";
import { parseSource } from "./vocabulary/source.js";

/** What must not be there, by how a name is compared. */
const said = {
  word: (name: string) => `no name has the word ${name} in it`,
  identifier: (name: string) => `nothing is named ${name}`,
  type: (name: string) => `no type is named a ${name}`,
  file: (name: string) => `no file is named ${name}`,
};
const names = [...findNames()].map(
  ([{ as, name, instead }, found]) => [said[as](name), instead, found] as const,
);

test.each(names)("%s: use %s", (_, __, found) => expect(lines(found)).toEqual([]));

const words = [...findWords()].map(([{ word, instead }, found]) => [word, instead, found] as const);

test.each(words)("no comment, message or page says %s: use %s", (_, __, found) =>
  expect(lines(found)).toEqual([]),
);

function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ at, found }) => `${at}: ${found}`);
}

const sample = `import { used, other as renamed } from "a module";
/** A shape. */
interface Shape { readonly member: used.answer; method(parameter: string): void }
type Alias<T> = T | "a // string";
// A thing.
class Thing { field = 1; #hidden = \`a \${field} template\`; get getter() { return this.#hidden; } }
const { count, from: inner } = { value: used(/* inside */ /\\/\\*/) };
export { Thing as last };
`;

test("names are found where they are declared, and not where they are used", () => {
  const { declarations } = parseSource("sample.ts", sample);
  const types = declarations.filter(({ isType }) => isType).map(({ name }) => name);
  const others = declarations.filter(({ isType }) => !isType).map(({ name }) => name);
  expect(types).toEqual(["Shape", "Alias", "T", "Thing"]);
  expect(others.join(" ")).toBe(
    "renamed member method parameter field #hidden getter count inner value last",
  );
});

test("comments and strings are read with their lines, and code is not", () => {
  const { prose } = parseSource("sample.ts", sample);
  expect(prose.map(({ text, line }) => `${line} ${text}`).join("\n")).toBe(
    `2 /** A shape. */
5 // A thing.
7 /* inside */
1 a module
4 a // string
6 a 
6  template`,
  );
});
