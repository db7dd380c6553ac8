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

/** `[a, b]`, one item per line where that does not fit. */
export function arrayLiteral(items: readonly Layout[], options: { broken?: boolean } = {}): Layout {
  if (items.length === 0) return "[]";
  const contents = [softline, join([",", line], items), ifBreak(",")];
  return group(["[", indent(contents), softline, "]"], options);
}

/** `{ a: 1, b: 2 }`, one member per line where that does not fit or `broken` asks for it. */
export function objectLiteral(
  members: readonly Layout[],
  options: { broken?: boolean } = {},
): Layout {
  if (members.length === 0) return "{}";
  const contents = [line, join([",", line], members), ifBreak(",")];
  return group(["{", indent(contents), line, "}"], options);
}

/** `key: value`; the value moves to the next line where it cannot start on the first. */
export function property(key: string, value: Layout): Layout {
  const name = propertyKey(key);
  if (name === key && value === key) return key;
  return assign(name, ":", value, name.length <= 2);
}

/** `left = right`, broken as formatters break it: the left side first, then after the operator, then the right side. */
export function assign(left: Layout, operator: string, right: Layout, hug = false): Layout {
  if (hug) return [group(left), operator, " ", right];
  const id = Symbol("assign");
  return [group(left), operator, group(indent(line), { id }), indentIfBroken(group(right), id)];
}

/** Any JSON value as an expression. Objects of more than one member inside arrays are broken, as formatters do. */
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

/** Formatters break a list of two or more objects (or lists) that each have more than one member. */
export function isMatrix(values: readonly unknown[]): boolean {
  const sizes = values.map((value) => {
    if (Array.isArray(value)) return value.length;
    return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
  });
  const sameKind = values.every((value) => Array.isArray(value) === Array.isArray(values[0]));
  return values.length > 1 && sameKind && sizes.every((size) => size > 1);
}

/** Layouts under each other. */
export function lines(items: readonly Layout[]): Layout {
  return join(hardline, items);
}

/** `() => body`. */
export interface Arrow {
  readonly arrow: Layout;
  readonly body: "object" | "array" | "expression";
}

/** An argument of {@link call}. Object and array literals are marked, because a last one hugs its parentheses. */
export type Argument = Layout | Arrow | { readonly literal: Layout };

/** An arrow function without parameters that answers an object literal. */
export function arrowObject(members: readonly Layout[], options: { broken?: boolean } = {}): Arrow {
  return { arrow: objectLiteral(members, options), body: "object" };
}

/** An arrow function without parameters that answers a list. */
export function arrowArray(items: readonly Layout[]): Arrow {
  return { arrow: arrayLiteral(items), body: "array" };
}

/** An arrow function without parameters that answers any other expression. */
export function arrow(body: Layout): Arrow {
  return { arrow: body, body: "expression" };
}

/** `callee(a, b)`, broken as formatters break it: a last function, list or object hugs the parentheses. */
export function call(callee: Layout, args: readonly Argument[]): Layout {
  const last = args.at(-1);
  if (last === undefined) return [callee, "()"];
  const heads = args.slice(0, -1).map((argument) => argumentLayout(argument, false));
  const spread = allBroken(callee, args);
  if (!isHuggable(last, args.at(-2)) || heads.some(breaks)) return group(spread);
  const hugged = argumentLayout(last, true);
  const before = [callee, "(", heads.map((head) => [head, ", "])];
  return choice(
    [...before, hugged, ")"],
    [...before, group(hugged, { broken: true }), ")"],
    group(spread, { broken: true }),
  );
}

function allBroken(callee: Layout, args: readonly Argument[]): Layout {
  const items = args.map((argument) => argumentLayout(argument, false));
  return [callee, "(", indent([softline, join([",", line], items), ifBreak(",")]), softline, ")"];
}

/** A literal or function at the end, unless the argument before it is of the same kind. */
function isHuggable(last: Argument, before: Argument | undefined): boolean {
  const kind = argumentKind(last);
  return kind !== "other" && (before === undefined || argumentKind(before) !== kind);
}

function argumentKind(argument: Argument): "arrow" | "literal" | "other" {
  if (typeof argument !== "object") return "other";
  if ("arrow" in argument) return "arrow";
  return "literal" in argument ? "literal" : "other";
}

function argumentLayout(argument: Argument, hugged: boolean): Layout {
  if (typeof argument === "object" && "literal" in argument) return argument.literal;
  if (typeof argument !== "object" || !("arrow" in argument)) return argument;
  if (argument.body === "object") return ["() => (", argument.arrow, ")"];
  if (argument.body === "array") return ["() => ", argument.arrow];
  return group(["() =>", indent([line, argument.arrow]), hugged ? [ifBreak(","), softline] : ""]);
}
