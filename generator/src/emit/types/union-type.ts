import { type Layout, group, ifBreak, indent, join, line, softline } from "../print/layout.js";

/** The variants of a union after a colon or an equals sign: on one line, or one per line. */
export function unionLayout(all: readonly Layout[]): Layout {
  const known = distinct(all);
  return plain(known) ?? group(indent([ifBreak([line, "| "]), separated(known)]));
}

/** The variants of a union as a type argument. */
export function unionArgument(all: readonly Layout[]): Layout {
  const known = distinct(all);
  return plain(known) ?? group([ifBreak("| "), separated(known)]);
}

/** The variants of a union before `[]`: several are in parentheses. */
export function unionElement(all: readonly Layout[]): Layout {
  const known = distinct(all);
  if (known.length === 1) return known[0] ?? "never";
  const inner = plain(known);
  return inner ? ["(", inner, ")"] : parenthesised([ifBreak("| "), separated(known)]);
}

/** A type in parentheses, on its own lines if it does not fit. */
export function parenthesised(type: Layout): Layout {
  return group(["(", indent([softline, type]), softline, ")"]);
}

/**
 * `name<a, b>`, with one argument per line if it does not fit. A single plain name never breaks,
 * and the braces of a single object stay next to the brackets.
 */
export function generic(name: Layout, args: readonly Layout[]): Layout {
  const [only] = args;
  if (args.length === 1 && only !== undefined && (isPlain(only) || isObjectType(only)))
    return [name, "<", only, ">"];
  return group([name, "<", indent([softline, join([",", line], args)]), softline, ">"]);
}

/** Unions that never break: a single variant, or a reference that may be null. */
function plain(known: readonly Layout[]): Layout | undefined {
  if (known.length === 1) return known[0];
  const others = known.filter((variant) => variant !== "null" && variant !== "void");
  const [reference] = others;
  const isHugged = others.length === 1 && reference !== undefined && isReference(reference);
  return isHugged ? join(" | ", known) : undefined;
}

/** A name, with or without type arguments. */
function isReference(layout: Layout): boolean {
  if (typeof layout === "string") return false;
  if (isList(layout)) return layout[1] === "<";
  return layout.kind === "symbol" || (layout.kind === "group" && isReference(layout.contents));
}

function isPlain(layout: Layout): boolean {
  return typeof layout === "string" || (!isList(layout) && layout.kind === "symbol");
}

/** `{ ... }`. */
function isObjectType(layout: Layout): boolean {
  if (typeof layout === "string") return false;
  if (isList(layout)) return layout[0] === "{";
  return layout.kind === "group" && isObjectType(layout.contents);
}

function isList(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}

function separated(known: readonly Layout[]): Layout {
  return join(
    [line, "| "],
    known.map((variant) => indent(variant)),
  );
}

/** The variants without duplicates. `unknown` absorbs all others. */
function distinct(all: readonly Layout[]): readonly Layout[] {
  const flat = all.length === 0 ? ["never"] : all;
  if (flat.length === 1) return flat;
  const seen = new Map(flat.map((variant) => [keyOf(variant), variant]));
  if (seen.has("unknown")) return ["unknown"];
  if (seen.size > 1) seen.delete("never");
  return [...seen.values()];
}

function keyOf(variant: Layout): string {
  return typeof variant === "string" ? variant : JSON.stringify(variant);
}
