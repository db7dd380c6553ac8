/** A credential is redacted however a server writes its characters. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { redactor } from "../../src/lib/call/redact.js";
import { runs } from "../support/runs.js";

function redact(text: string, ...secrets: readonly string[]): string {
  return redactor({ secrets, headers: {} })(text);
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");
const bytes = (char: string): readonly number[] => [...new TextEncoder().encode(char)];
const units = (char: string): readonly number[] =>
  Array.from({ length: char.length }, (_, i) => char.charCodeAt(i));
const percent = (char: string): string =>
  bytes(char)
    .map((byte) => `%${hex(byte, 2)}`)
    .join("");
const inJSON = (text: string): string => JSON.stringify(text).slice(1, -1);
const unicode = (char: string): string =>
  units(char)
    .map((unit) => `\\u${hex(unit, 4)}`)
    .join("");
const code = (char: string): number => char.codePointAt(0) ?? 0;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "+": "&plus;",
  "/": "&sol;",
  "=": "&equals;",
  é: "&eacute;",
};

/** Every way in which servers write a character. */
const encodings: Readonly<Record<string, (char: string) => string>> = {
  "as it is": (char) => char,
  "percent, small": percent,
  "percent, capital": (char) => percent(char).toUpperCase(),
  "percent, only where a URL needs it": encodeURIComponent,
  "percent, twice": (char) => percent(char).replaceAll("%", "%25"),
  "a form": (char) => new URLSearchParams({ "": char }).toString().slice(1),
  JSON: inJSON,
  "JSON within JSON": (char) => inJSON(inJSON(char)),
  "JSON within JSON within JSON": (char) => inJSON(inJSON(inJSON(char))),
  "JSON of PHP": (char) => (char === "/" ? String.raw`\/` : inJSON(char)),
  "JSON, small escapes": unicode,
  "JSON, capital escapes": (char) => unicode(char).toUpperCase().replaceAll("\\U", "\\u"),
  "JSON, escapes within JSON": (char) => inJSON(unicode(char)),
  "JavaScript of a page": (char) => (/['"\\]/.test(char) ? `\\${char}` : char),
  "HTML, named": (char) => entities[char] ?? char,
  "HTML, decimal": (char) => `&#${code(char)};`,
  "HTML, decimal with zeros": (char) => `&#0${code(char)};`,
  "HTML, small hex": (char) => `&#x${hex(code(char), 1)};`,
  "HTML, capital hex": (char) => `&#X${hex(code(char), 4).toUpperCase()};`,
  "HTML within HTML": (char) => `&amp;#${code(char)};`,
  "HTML within JSON": (char) => inJSON(entities[char] ?? char),
};

/** Characters that encodings change, that begin an escape, or that go on with one. */
const hostile = [..."%\\&;#+/='\"<> aFu02x5é€🔑\n.-_~!*()[]{}|^$?"];
const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 1 })),
});
const secret = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", size: "small" })))
  .map((parts) => parts.join(""))
  .filter((value) => [...value].length >= 8 && !/^\s|\s$/.test(value));

test("no secret is visible, whatever its encodings and the text around it", () => {
  const names = Object.keys(encodings);
  const mixed = secret.chain((value) =>
    fc.record({
      value: fc.constant(value),
      mixture: fc.oneof(
        fc.constantFrom(...names).map((name) => [...value].map(() => name)),
        fc.array(fc.constantFrom(...names), {
          minLength: [...value].length,
          maxLength: [...value].length,
        }),
      ),
    }),
  );
  fc.assert(
    fc.property(mixed, text, text, ({ value, mixture }, before, after) => {
      const written = [...value].map((char, i) => encodings[mixture[i] ?? ""]?.(char)).join("");
      const shown = redact(before + written + after, value);
      expect(shown).toContain("***");
      expect(shown).not.toContain(written);
      // At most a few characters of the escapes remain: nothing of the secret.
      expect(shown.length).toBeLessThan(before.length + after.length + 40);
    }),
    runs(500),
  );
});

test.for(Object.entries(encodings))("%s", ([, encode]) => {
  const value = `sk_live+/='"\\<>&%25;é€🔑 x\n1`;
  const written = [...value].map(encode).join("");
  expect(redact(`{"error":"no such key: ${written}, sorry"`, value)).toBe(
    '{"error":"no such key: ***, sorry"',
  );
});

test("a text without the secret stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(redact(value, "c4nary+of/the=key")).toBe(value);
    }),
    runs(),
  );
  const japanese = encodeURIComponent("秘密の鍵です");
  expect(redact(japanese, "abcdefgh")).toBe(japanese);
});

test("secrets of up to three characters are not redacted, up to seven as whole words only", () => {
  const message = "Check the connection key, the keys and conn: no such connection (conn).";
  expect(redact(message, "k")).toBe(message);
  expect(redact(message, "key")).toBe(message);
  expect(redact(message, "conn")).toBe(
    "Check the connection key, the keys and ***: no such connection (***).",
  );
  expect(redact("invalid_secret_key_format", "invalid")).toBe("invalid_secret_key_format");
  expect(redact("an invalid key", "invalid")).toBe("an *** key");
  expect(redact("unconnected", "connecte")).toBe("un***d");
});

test.for<[what: string, text: string, shown: string]>([
  ["a URL", "?q=%20conn%20", "?q=%20***%20"],
  ["JSON", String.raw`"\nconn\u0020"`, String.raw`"\n***\u0020"`],
  ["HTML", "&quot;conn&quot;", "&quot;***&quot;"],
  ["an encoding of its own", "(%63o%6En)", "(***)"],
])("a short secret is a whole word between the escapes of %s", ([, value, shown]) => {
  expect(redact(value, "conn")).toBe(shown);
});

test("of two secrets, one in the other, both are redacted completely", () => {
  const shown = redact(
    "begins-alike begins-alike-and-more",
    "begins-alike",
    "begins-alike-and-more",
  );
  expect(shown).toBe("*** ***");
});

const jwt = `eyJhbGciOiJIUzI1NiJ9.${"kQ3vX9bLm2".repeat(816)}.sig`;

type Expensive = readonly [what: string, text: string, ...secrets: string[]];
const expensive: readonly Expensive[] = [
  ["a secret of 8 kB", jwt.slice(0, -1).repeat(8), jwt],
  ["a secret of 8 kB, encoded", [...jwt].map(percent).join("").repeat(3), jwt],
  ["backslashes", "\\".repeat(65_536), "\\\\\\secret\\\\", jwt],
  ["escapes of backslashes", String.raw`\u005c`.repeat(11_000), "\\\\\\secret\\\\"],
  ["percents", "%".repeat(65_536), "%%%%%%%%%%%%%%%%"],
  ["percents of percents", `%${"25".repeat(32_768)}`, "%25%25%25%25%25", "25252525"],
  ["ampersands", `&${"amp;".repeat(16_384)}`, "&amp;&amp;&amp;", "amp;amp;amp;"],
  ["entities without an end", "&a".repeat(32_768), "&&&&&&&&&&&", "!!!!!!!!!!!!"],
  ["an entity without an end", `&${"a".repeat(65_536)}`, "&&&&&&&&&&&", "!!!!!!!!!!!!"],
  ["zeros", `&#${"0".repeat(65_536)}`, "&&&&&&&&&&&"],
  ["its first character", "a".repeat(65_536), `${"a".repeat(40)}b`],
];
test.for(expensive)("redacting %s takes no time to speak of", ([, value, ...secrets]) => {
  const started = process.cpuUsage();
  redact(value, ...secrets);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(2000);
});
