import {
  type Layout,
  breaks,
  choice,
  group,
  hardline,
  ifBreak,
  indent,
  indentIfBroken,
  join,
  line,
  softline,
} from "./layout.js";
import { propertyKey, stringLiteral } from "./literal.js";

/** Marks a call without side effects, so that bundlers drop it if the result is not used. */
export const PURE = "/* @__PURE__ */ ";

/** `[a, b]`, with one item per line if it does not fit. */
export function arrayLiteral(items: readonly Layout[], options: { broken?: boolean } = {}): Layout {
  if (items.length === 0) return "[]";
  const contents = [softline, join([",", line], items), ifBreak(",")];
  return group(["[", indent(contents), softline, "]"], options);
}

/** `{ a: 1, b: 2 }`, with one member per line if it does not fit or `broken` is set. */
export function objectLiteral(
  members: readonly Layout[],
  options: { broken?: boolean } = {},
): Layout {
  if (members.length === 0) return "{}";
  const contents = [line, join([",", line], members), ifBreak(",")];
  return group(["{", indent(contents), line, "}"], options);
}

/**
 * Up to this length, a key keeps its value on the same line: the next line would hardly start
 * further left.
 */
const SHORT_KEY = 4;

/** `key: value`. The value moves to the next line if it cannot start on the first. */
export function property(key: string, value: Layout): Layout {
  const name = propertyKey(key);
  if (name === key && value === key) return key;
  return assign(name, ":", value, name.length <= SHORT_KEY);
}

/**
 * `left = right`, broken as formatters do: first the left side, then after the operator, then the
 * right side.
 */
export function assign(left: Layout, operator: string, right: Layout, hug = false): Layout {
  if (hug) return [group(left), operator, " ", right];
  const id = Symbol("assign");
  return [group(left), operator, group(indent(line), { id }), indentIfBroken(group(right), id)];
}

/**
 * A JSON value as an expression. As in formatters, objects with several members inside arrays are
 * broken.
 */
export function jsonLiteral(value: unknown): Layout {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value))
    return arrayLiteral(value.map(jsonLiteral), { broken: isMatrix(value) });
  if (typeof value === "object" && value !== null) {
    return objectLiteral(
      Object.entries(value).map(([key, member]) => property(key, jsonLiteral(member))),
    );
  }
  return numberOrKeyword(value);
}

function numberOrKeyword(value: unknown): string {
  if (typeof value === "number")
    return Number.isFinite(value) ? String(value).replace("e+", "e") : "null";
  return value === undefined ? "undefined" : JSON.stringify(value);
}

/**
 * Formatters break a list of two or more objects (or lists) that have more than one member each.
 */
export function isMatrix(values: readonly unknown[]): boolean {
  const sizes = values.map((value) => {
    if (Array.isArray(value)) return value.length;
    return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
  });
  const sameKind = values.every((value) => Array.isArray(value) === Array.isArray(values[0]));
  return values.length > 1 && sameKind && sizes.every((size) => size > 1);
}

/** Layouts below each other. */
export function lines(items: readonly Layout[]): Layout {
  return join(hardline, items);
}

/** `() => body`. */
export interface Arrow {
  readonly arrow: Layout;
  readonly body: "object" | "array" | "expression";
  /** `()` by default. */
  readonly parameters?: string;
}

/**
 * An argument of {@link call}. Object and array literals are marked, because the last one hugs the
 * parentheses.
 */
export type Argument = Layout | Arrow | { readonly literal: Layout };

/** An arrow function without parameters that returns an object literal. */
export function arrowObject(members: readonly Layout[], options: { broken?: boolean } = {}): Arrow {
  return { arrow: objectLiteral(members, options), body: "object" };
}

/** An arrow function without parameters that returns a list. */
export function arrowArray(items: readonly Layout[]): Arrow {
  return { arrow: arrayLiteral(items), body: "array" };
}

/** An arrow function that returns any other expression. */
export function arrow(body: Layout, parameters = "()"): Arrow {
  return { arrow: body, body: "expression", parameters };
}

/**
 * `callee(a, b)`, broken as formatters do: a last function, list or object hugs the parentheses.
 */
export function call(callee: Layout, args: readonly Argument[]): Layout {
  const takesFunction = args.some((argument) => argumentKind(argument) === "arrow");
  return { kind: "call", contents: [callee, argumentList(args)], takesFunction };
}

function argumentList(args: readonly Argument[]): Layout {
  const last = args.at(-1);
  if (last === undefined) return "()";
  const apart = brokenApart(args);
  if (isComposition(args)) return group(apart, { broken: true });
  const heads = args.slice(0, -1).map((argument) => argumentLayout(argument, false));
  if (!isHuggable(last, args.at(-2)) || heads.some(breaks)) return group(apart);
  const hugged = argumentLayout(last, true);
  const before = ["(", heads.map((head) => [head, ", "])];
  return choice(
    [...before, hugged, ")"],
    [...before, group(hugged, { broken: true }), ")"],
    group(apart, { broken: true }),
  );
}

function brokenApart(args: readonly Argument[]): Layout {
  const items = args.map((argument) => argumentLayout(argument, false));
  return ["(", indent([softline, join([",", line], items), ifBreak(",")]), softline, ")"];
}

/** Several functions, or functions in calls among several arguments, are never on one line. */
function isComposition(args: readonly Argument[]): boolean {
  if (args.length < 2) return false;
  const functions = args.filter((argument) => argumentKind(argument) === "arrow").length;
  return functions > 1 || args.some(takesFunction);
}

/** Whether an argument is a call with a function among its own arguments. */
export function takesFunction(argument: Argument): boolean {
  if (Array.isArray(argument)) return argument.some(takesFunction);
  return typeof argument === "object" && "kind" in argument && argument.kind === "call"
    ? argument.takesFunction
    : false;
}

/** True for a literal or function at the end, unless the argument before it is of the same kind. */
function isHuggable(last: Argument, before: Argument | undefined): boolean {
  const kind = argumentKind(last);
  if (kind === "other" || (before !== undefined && argumentKind(before) === kind)) return false;
  return !isArrow(last) || last.body !== "expression" || isCall(last.arrow);
}

function isCall(layout: Layout): boolean {
  return typeof layout === "object" && "kind" in layout && layout.kind === "call";
}

function isArrow(argument: Argument): argument is Arrow {
  return typeof argument === "object" && "arrow" in argument;
}

function argumentKind(argument: Argument): "arrow" | "literal" | "other" {
  if (isArrow(argument)) return "arrow";
  return typeof argument === "object" && "literal" in argument ? "literal" : "other";
}

function argumentLayout(argument: Argument, hugged: boolean): Layout {
  if (isArrow(argument)) return arrowLayout(argument, hugged);
  return typeof argument === "object" && "literal" in argument ? argument.literal : argument;
}

function arrowLayout(
  { arrow: body, body: kind, parameters = "()" }: Arrow,
  hugged: boolean,
): Layout {
  if (kind === "object") return [parameters, " => (", body, ")"];
  if (kind === "array") return [parameters, " => ", body];
  return group([parameters, " =>", indent([line, body]), hugged ? [ifBreak(","), softline] : ""]);
}
