import { parseQuoted, parseSegments } from "./parse.js";
import type { Scanner } from "./scanner.js";
import type { Operand, Operator, Query, Test } from "./types.js";

/** Reads the expression after the `?` of a filter. Precedence as in RFC 9535: `!`, comparison, `&&`, `||`. */
export function parseTest(scanner: Scanner): Test {
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
    // The expression admits exactly the operators.
    return { kind: "compare", operator: sign as Operator, left, right: parseOperand(scanner) };
  }
  if (left.kind === "literal") throw scanner.fail("a comparison (`==`, `!=`, `<`, ...) expected");
  return { kind: "exists", query: left.query };
}

function parseOperand(scanner: Scanner): Operand {
  const text = parseQuoted(scanner);
  if (text !== undefined) return { kind: "literal", value: text };
  const word = scanner.match(/(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  // What the expression admits is JSON for a scalar.
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
