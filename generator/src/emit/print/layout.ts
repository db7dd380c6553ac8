import type { CodeSymbol } from "./symbol.js";

/**
 * A small layout algebra after Wadler and Oppen: a layout says where it may break, and `render`
 * decides, so that the output needs no formatter.
 */

/**
 * Something to print. Strings contain no line breaks; the functions of this module make other
 * values.
 */
export type Layout = string | readonly Layout[] | LayoutNode;

/** The structured nodes of a {@link Layout}. */
export type LayoutNode =
  | CodeSymbol
  | { readonly kind: "line"; readonly flat: string; readonly hard: boolean }
  | { readonly kind: "indent"; readonly by: number; readonly contents: Layout }
  | {
      readonly kind: "group";
      readonly contents: Layout;
      readonly broken: boolean;
      readonly id?: symbol;
    }
  /** A call expression. Whether it takes functions decides how its arguments break. */
  | { readonly kind: "call"; readonly contents: Layout; readonly takesFunction: boolean }
  | { readonly kind: "choice"; readonly states: readonly [Layout, ...Layout[]] }
  | { readonly kind: "if-break"; readonly broken: Layout; readonly flat: Layout }
  | { readonly kind: "indent-if-broken"; readonly contents: Layout; readonly id: symbol }
  | { readonly kind: "comment"; readonly lines: (width: number) => readonly string[] };

/** A space, or a line break if the group does not fit. */
export const line: Layout = { kind: "line", flat: " ", hard: false };
/** Nothing, or a line break if the group does not fit. */
export const softline: Layout = { kind: "line", flat: "", hard: false };
/** Always a line break. Breaks every group around it. */
export const hardline: Layout = { kind: "line", flat: "", hard: true };

/** Contents whose lines are indented by `by` more columns. */
export function indent(contents: Layout, by = 2): Layout {
  return { kind: "indent", by, contents };
}

/** Contents on one line if they fit, or else with all their own lines broken. */
export function group(contents: Layout, options: { broken?: boolean; id?: symbol } = {}): Layout {
  const broken = (options.broken ?? false) || breaks(contents);
  return { kind: "group", contents, broken, ...(options.id && { id: options.id }) };
}

/** The first state that fits, or else the last one, broken. */
export function choice(first: Layout, ...others: readonly Layout[]): Layout {
  return { kind: "choice", states: [first, ...others] };
}

/** One layout in a broken group, another in a flat one. */
export function ifBreak(broken: Layout, flat: Layout = ""): Layout {
  return { kind: "if-break", broken, flat };
}

/** Contents that are indented if the group with that id is broken. */
export function indentIfBroken(contents: Layout, id: symbol): Layout {
  return { kind: "indent-if-broken", contents, id };
}

/** Lines that depend on the remaining width, such as wrapped comments. */
export function comment(lines: (width: number) => readonly string[]): Layout {
  return { kind: "comment", lines };
}

/** Items with a separator between them. */
export function join(separator: Layout, items: readonly Layout[]): readonly Layout[] {
  const joined: Layout[] = [];
  for (const item of items) {
    if (joined.length > 0) joined.push(separator);
    joined.push(item);
  }
  return joined;
}

/** True if a layout can never be on one line. */
export function breaks(layout: Layout): boolean {
  if (typeof layout === "string") return false;
  if (isList(layout)) return layout.some(breaks);
  switch (layout.kind) {
    case "symbol":
    case "if-break":
      return false;
    case "line":
      return layout.hard;
    case "group":
      return layout.broken;
    case "choice":
      return breaks(layout.states[0]);
    case "call":
    case "indent":
    case "indent-if-broken":
      return breaks(layout.contents);
    case "comment":
      return true;
    default:
      return layout satisfies never;
  }
}

/** True for a list of layouts. */
export function isList(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}

/** All symbols in a layout, in order. */
export function symbolsOf(layout: Layout): readonly CodeSymbol[] {
  const symbols = new Set<CodeSymbol>();
  collectSymbols(layout, symbols);
  return [...symbols];
}

function collectSymbols(layout: Layout, into: Set<CodeSymbol>): void {
  if (typeof layout === "string") return;
  if (isList(layout)) {
    for (const item of layout) collectSymbols(item, into);
    return;
  }
  switch (layout.kind) {
    case "symbol":
      return void into.add(layout);
    case "line":
    case "comment":
      return;
    case "choice":
      return collectSymbols(layout.states[0], into);
    case "if-break":
      collectSymbols(layout.broken, into);
      return collectSymbols(layout.flat, into);
    case "call":
    case "group":
    case "indent":
    case "indent-if-broken":
      return collectSymbols(layout.contents, into);
    default:
      return layout satisfies never;
  }
}
