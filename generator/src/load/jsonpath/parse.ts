import { type Scanner, scan } from "./scanner.js";
import type { Operand, Operator, Path, Query, Segment, Selector, Test } from "./types.js";

/**
 * Parses a JSONPath. Accepts RFC 9535 and what older dialects allow: `[?(...)]`, and names with
 * hyphens after a dot (`$.x-internal`).
 *
 * @throws {PathError} with the offset of the mistake
 */
export function parsePath(text: string): Path {
  const scanner = scan(text.trim());
  scanner.expect("$");
  const path = parseSegments(scanner);
  if (!scanner.atEnd()) throw scanner.fail("a segment (`.name` or `[...]`) or the end expected");
  return path;
}

/** Parses as many segments as there are. Filters use it for the paths inside them. */
function parseSegments(scanner: Scanner): Path {
  const segments: Segment[] = [];
  for (let next = parseSegment(scanner); next; next = parseSegment(scanner)) segments.push(next);
  return segments;
}

function parseSegment(scanner: Scanner): Segment | undefined {
  if (scanner.take("..")) {
    const selectors = scanner.take("[") ? parseBracket(scanner) : [parseDotted(scanner)];
    return { descend: true, selectors };
  }
  if (scanner.take(".")) return { descend: false, selectors: [parseDotted(scanner)] };
  if (scanner.take("[")) return { descend: false, selectors: parseBracket(scanner) };
  return undefined;
}

function parseDotted(scanner: Scanner): Selector {
  if (scanner.take("*")) return { kind: "wildcard" };
  const name = scanner.match(/[\w\u0080-\uFFFF$-]+/y);
  if (name === undefined)
    throw scanner.fail("a name or `*` expected; quote other names: `['/a b']`");
  return { kind: "name", name };
}

function parseBracket(scanner: Scanner): readonly Selector[] {
  const selectors: Selector[] = [];
  do {
    scanner.blanks();
    selectors.push(parseSelector(scanner));
    scanner.blanks();
  } while (scanner.take(","));
  scanner.expect("]");
  return selectors;
}

function parseSelector(scanner: Scanner): Selector {
  if (scanner.take("*")) return { kind: "wildcard" };
  if (scanner.take("?")) return { kind: "filter", test: parseTest(scanner) };
  const name = parseQuoted(scanner);
  return name === undefined ? parseIndexOrSlice(scanner) : { kind: "name", name };
}

function parseIndexOrSlice(scanner: Scanner): Selector {
  const text = scanner.match(/-?\d*(?:\s*:\s*-?\d*){0,2}/y)?.replaceAll(/\s/g, "") ?? "";
  if (text === "" || text === "-") {
    throw scanner.fail("a quoted name, an index, `*` or a filter (`?`) expected");
  }
  if (!text.includes(":")) return { kind: "index", index: Number(text) };
  const [start, end, step] = text
    .split(":")
    .map((part) => (part === "" ? undefined : Number(part)));
  return {
    kind: "slice",
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    step: step ?? 1,
  };
}

/**
 * Parses the expression after the `?` of a filter. Precedence as in RFC 9535: `!`, comparison,
 * `&&`, `||`.
 */
function parseTest(scanner: Scanner): Test {
  return parseChain(scanner, "or", "||", () =>
    parseChain(scanner, "and", "&&", () => parseTerm(scanner)),
  );
}

function parseChain(
  scanner: Scanner,
  kind: "and" | "or",
  sign: string,
  parsePart: () => Test,
): Test {
  const tests = [parsePart()];
  scanner.blanks();
  while (scanner.take(sign)) {
    tests.push(parsePart());
    scanner.blanks();
  }
  const [only] = tests;
  return tests.length === 1 && only ? only : { kind, tests };
}

function parseTerm(scanner: Scanner): Test {
  scanner.blanks();
  if (scanner.match(/!(?!=)/y)) return { kind: "not", test: parseTerm(scanner) };
  if (scanner.take("(")) {
    const test = parseTest(scanner);
    scanner.blanks();
    scanner.expect(")");
    return test;
  }
  return parseComparison(scanner);
}

function parseComparison(scanner: Scanner): Test {
  const left = parseOperand(scanner);
  scanner.blanks();
  const sign = scanner.match(/[=!<>]=|[<>]/y);
  if (sign !== undefined) {
    scanner.blanks();
    // the expression matches operators only
    return { kind: "compare", operator: sign as Operator, left, right: parseOperand(scanner) };
  }
  if (left.kind === "literal") throw scanner.fail("a comparison (`==`, `!=`, `<`, ...) expected");
  return { kind: "exists", query: left.query };
}

function parseOperand(scanner: Scanner): Operand {
  const text = parseQuoted(scanner);
  if (text !== undefined) return { kind: "literal", value: text };
  const word = scanner.match(/(?:true|false|null)\b|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  // The expression matches JSON scalars only.
  if (word !== undefined) {
    return { kind: "literal", value: JSON.parse(word) as number | boolean | null };
  }
  return { kind: "query", query: parseQuery(scanner) };
}

function parseQuery(scanner: Scanner): Query {
  const from = scanner.take("@") ? "@" : scanner.take("$") ? "$" : undefined;
  if (from) return { from, path: parseSegments(scanner) };
  if (scanner.match(/[a-z]\w*\s*\(/y)) throw scanner.fail("functions are not supported");
  throw scanner.fail("`@`, `$`, a quoted text, a number, true, false or null expected");
}

/** A string in single or double quotes with JSON escapes, or `undefined` if none comes next. */
function parseQuoted(scanner: Scanner): string | undefined {
  const text = scanner.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/sy);
  return text?.slice(1, -1).replaceAll(/\\(u[\da-f]{4}|.)/gis, (_, code: string) => unescape(code));
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
};

function unescape(code: string): string {
  return code.length === 5
    ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
    : (ESCAPES[code] ?? code);
}
