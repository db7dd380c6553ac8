import type { CodeSymbol } from "./symbol.js";

/**
 * A small layout algebra in the manner of Wadler and Oppen: a document says where it may break, and `render`
 * decides, so that what is printed is tidy at a line width without a formatter. The rules of breaking are those of
 * Prettier's document printer, because its output is what `oxfmt --check` accepts.
 */

/** Something to print. Strings hold no newline; other values are made by the functions of this module. */
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
  /** A call expression; how its arguments break depends on whether functions are among them. */
  | { readonly kind: "call"; readonly contents: Layout; readonly takesFunction: boolean }
  | { readonly kind: "choice"; readonly states: readonly [Layout, ...Layout[]] }
  | { readonly kind: "if-break"; readonly broken: Layout; readonly flat: Layout }
  | { readonly kind: "indent-if-broken"; readonly contents: Layout; readonly id: symbol }
  | { readonly kind: "comment"; readonly lines: (width: number) => readonly string[] };

/** A space, or a newline where the group does not fit. */
export const line: Layout = { kind: "line", flat: " ", hard: false };
/** Nothing, or a newline where the group does not fit. */
export const softline: Layout = { kind: "line", flat: "", hard: false };
/** Always a newline; breaks every group around it. */
export const hardline: Layout = { kind: "line", flat: "", hard: true };

/** Contents whose lines start `by` columns further right. */
export function indent(contents: Layout, by = 2): Layout {
  return { kind: "indent", by, contents };
}

/** Contents on one line where they fit, else with all their own lines broken. */
export function group(contents: Layout, options: { broken?: boolean; id?: symbol } = {}): Layout {
  const broken = (options.broken ?? false) || breaks(contents);
  return { kind: "group", contents, broken, ...(options.id && { id: options.id }) };
}

/** The first of the states that fits, else the last one, broken. */
export function choice(first: Layout, ...others: readonly Layout[]): Layout {
  return { kind: "choice", states: [first, ...others] };
}

/** One thing in a broken group and another in a flat one. */
export function ifBreak(broken: Layout, flat: Layout = ""): Layout {
  return { kind: "if-break", broken, flat };
}

/** Contents that are indented when the group of that id is broken. */
export function indentIfBroken(contents: Layout, id: symbol): Layout {
  return { kind: "indent-if-broken", contents, id };
}

/** Lines that depend on the width that is left, such as wrapped comments. */
export function comment(lines: (width: number) => readonly string[]): Layout {
  return { kind: "comment", lines };
}

/** Items with a separator between them. */
export function join(separator: Layout, items: readonly Layout[]): readonly Layout[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

/** True when a layout can never be on one line. */
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

function isList(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}

interface Command {
  readonly indent: number;
  readonly flat: boolean;
  readonly layout: Layout;
}

/** Every symbol that is printed, in order, with repetitions. */
export function symbolsOf(layout: Layout): readonly CodeSymbol[] {
  if (typeof layout === "string") return [];
  if (isList(layout)) return layout.flatMap(symbolsOf);
  switch (layout.kind) {
    case "symbol":
      return [layout];
    case "line":
    case "comment":
      return [];
    case "choice":
      return symbolsOf(layout.states[0]);
    case "if-break":
      return [...symbolsOf(layout.broken), ...symbolsOf(layout.flat)];
    case "call":
    case "group":
    case "indent":
    case "indent-if-broken":
      return symbolsOf(layout.contents);
    default:
      return layout satisfies never;
  }
}

/** How symbols are called in the file that is printed. */
export type NameOf = (symbol: CodeSymbol) => string;

/** Prints a layout at a line width; lines carry no trailing spaces. */
export function render(layout: Layout, width: number, nameOf: NameOf = (of) => of.name): string {
  return new Renderer(width, nameOf).run(layout);
}

class Renderer {
  readonly #width: number;
  readonly #nameOf: NameOf;
  readonly #commands: Command[] = [];
  readonly #brokenIds = new Set<symbol>();
  #out = "";
  #column = 0;

  constructor(width: number, nameOf: NameOf) {
    this.#width = width;
    this.#nameOf = nameOf;
  }

  run(layout: Layout): string {
    this.#commands.push({ indent: 0, flat: false, layout });
    for (let next = this.#commands.pop(); next; next = this.#commands.pop()) this.#step(next);
    return this.#out.replace(/[ \t]+$/gm, "");
  }

  #step(command: Command): void {
    const { layout } = command;
    if (typeof layout === "string") return this.#text(layout);
    if (isList(layout)) return this.#pushAll(command, layout);
    switch (layout.kind) {
      case "symbol":
        return this.#text(this.#nameOf(layout));
      case "line":
        return command.flat && !layout.hard
          ? this.#text(layout.flat)
          : this.#newline(command.indent);
      case "indent":
        return this.#push({
          ...command,
          indent: command.indent + layout.by,
          layout: layout.contents,
        });
      case "call":
        return this.#push({ ...command, layout: layout.contents });
      case "group":
        return this.#group(command, layout);
      case "choice":
        return this.#choice(command, layout.states);
      case "if-break":
        return this.#push({ ...command, layout: command.flat ? layout.flat : layout.broken });
      case "indent-if-broken": {
        const by = this.#brokenIds.has(layout.id) ? 2 : 0;
        return this.#push({ ...command, indent: command.indent + by, layout: layout.contents });
      }
      case "comment":
        return this.#pushAll(command, join(hardline, layout.lines(this.#width - command.indent)));
      default:
        return layout satisfies never;
    }
  }

  #group(command: Command, node: Extract<LayoutNode, { kind: "group" }>): void {
    const flat = { ...command, flat: true, layout: node.contents };
    const fits = !node.broken && (command.flat || this.#fits(flat));
    if (!fits && node.id) this.#brokenIds.add(node.id);
    this.#push(fits ? flat : { ...flat, flat: false });
  }

  #choice(command: Command, states: readonly [Layout, ...Layout[]]): void {
    const found = states.find((layout) => this.#fits({ ...command, flat: true, layout }));
    const last = states.at(-1) ?? states[0];
    this.#push(
      found === undefined
        ? { ...command, flat: false, layout: last }
        : { ...command, flat: true, layout: found },
    );
  }

  /** True when the text up to the next newline, in this command or what follows it, ends within the width. */
  #fits(first: Command): boolean {
    let left = this.#width - this.#column;
    let rest = this.#commands.length;
    const stack: Command[] = [first];
    while (left >= 0) {
      const command = stack.pop() ?? this.#commands[--rest];
      if (!command) return true;
      const { layout } = command;
      if (typeof layout === "string") left -= columns(layout);
      else if (isList(layout)) pushReversed(stack, command, layout);
      else if (layout.kind === "line") {
        if (!command.flat || layout.hard) return true;
        left -= layout.flat.length;
      } else if (layout.kind === "symbol") left -= columns(this.#nameOf(layout));
      else if (layout.kind === "comment") return true;
      else stack.push(measured(command, layout));
    }
    return false;
  }

  #push(command: Command): void {
    this.#commands.push(command);
  }

  #pushAll(command: Command, items: readonly Layout[]): void {
    pushReversed(this.#commands, command, items);
  }

  #text(text: string): void {
    this.#out += text;
    this.#column += columns(text);
  }

  #newline(indentation: number): void {
    this.#out += `\n${" ".repeat(indentation)}`;
    this.#column = indentation;
  }
}

/** How a node counts while it is measured: broken groups keep their breaks, and an open choice takes its last state. */
function measured(
  command: Command,
  node: Exclude<LayoutNode, { kind: "line" | "comment" | "symbol" }>,
): Command {
  switch (node.kind) {
    case "group":
      return { ...command, flat: command.flat && !node.broken, layout: node.contents };
    case "choice":
      return { ...command, layout: command.flat ? node.states[0] : (node.states.at(-1) ?? "") };
    case "if-break":
      return { ...command, layout: command.flat ? node.flat : node.broken };
    case "call":
    case "indent":
    case "indent-if-broken":
      return { ...command, layout: node.contents };
    default:
      return node satisfies never;
  }
}

function pushReversed(stack: Command[], command: Command, items: readonly Layout[]): void {
  for (let index = items.length - 1; index >= 0; index--) {
    stack.push({ ...command, layout: items[index] ?? "" });
  }
}

/** Columns on a terminal: wide East Asian characters and emoji take two (Unicode Standard Annex #11). */
function columns(text: string): number {
  const wide = text.match(
    /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g,
  );
  return (
    [...text].length + (wide?.length ?? 0) + (text.match(/\p{Emoji_Presentation}/gu)?.length ?? 0)
  );
}
