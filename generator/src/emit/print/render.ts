import { type Layout, type LayoutNode, hardline, isList, join } from "./layout.js";
import type { CodeSymbol } from "./symbol.js";

/** Returns the local name of a symbol in the printed file. */
export type NameOf = (symbol: CodeSymbol) => string;

/**
 * Prints a layout at a line width, without trailing spaces. Breaks lines as Prettier's document
 * printer does, because that is what `oxfmt --check` accepts.
 */
export function render(layout: Layout, width: number, nameOf: NameOf = (of) => of.name): string {
  return new Renderer(width, nameOf).run(layout);
}

/**
 * Layouts to print, and how. The last one is next. Parallel arrays, because there are very many of
 * them.
 */
class Stack {
  readonly layouts: Layout[] = [];
  readonly flats: boolean[] = [];
  readonly indents: number[] = [];
  /**
   * The next item of a list. Lists are read item by item, because measuring often ends at the
   * first.
   */
  readonly positions: number[] = [];

  /** The number of entries. The arrays never shrink, because they would grow again at once. */
  size = 0;

  push(layout: Layout, flat: boolean, indent: number): void {
    const { size } = this;
    this.layouts[size] = layout;
    this.flats[size] = flat;
    this.indents[size] = indent;
    this.positions[size] = 0;
    this.size = size + 1;
  }
}

class Renderer {
  readonly #width: number;
  readonly #nameOf: NameOf;
  readonly #todo = new Stack();
  readonly #measuring = new Stack();
  readonly #brokenIds = new Set<symbol>();
  #out = "";
  #column = 0;
  /**
   * The last string on the line, which tells whether the line ends with spaces. Indentation counts.
   */
  #last = "";
  #hasTrailing = false;

  constructor(width: number, nameOf: NameOf) {
    this.#width = width;
    this.#nameOf = nameOf;
  }

  run(layout: Layout): string {
    const todo = this.#todo;
    const { layouts, flats, indents, positions } = todo;
    todo.push(layout, false, 0);
    while (todo.size > 0) {
      const top = todo.size - 1;
      const next = layouts[top] as Layout; // all four arrays have a value there
      const flat = flats[top] as boolean;
      const indent = indents[top] as number;
      if (!isList(next)) {
        todo.size = top;
        this.#step(next, flat, indent);
        continue;
      }
      // Most items are strings, which are printed right here.
      let at = positions[top] as number;
      let item = next[at];
      for (; typeof item === "string"; item = next[at]) {
        this.#text(item);
        at++;
      }
      if (at + 1 < next.length) positions[top] = at + 1;
      else todo.size = top;
      if (item !== undefined) todo.push(item, flat, indent);
    }
    this.#endLine();
    return this.#hasTrailing ? this.#out.replace(/[ \t]+$/gm, "") : this.#out;
  }

  #step(layout: string | LayoutNode, flat: boolean, indent: number): void {
    if (typeof layout === "string") return this.#text(layout);
    switch (layout.kind) {
      case "symbol":
        return this.#text(this.#nameOf(layout));
      case "line":
        return flat && !layout.hard ? this.#text(layout.flat) : this.#newline(indent);
      case "indent":
        return this.#todo.push(layout.contents, flat, indent + layout.by);
      case "call":
        return this.#todo.push(layout.contents, flat, indent);
      case "group":
        return this.#group(layout, flat, indent);
      case "choice":
        return this.#choice(layout.states, indent);
      case "if-break":
        return this.#todo.push(flat ? layout.flat : layout.broken, flat, indent);
      case "indent-if-broken":
        return this.#todo.push(
          layout.contents,
          flat,
          indent + (this.#brokenIds.has(layout.id) ? 2 : 0),
        );
      case "comment":
        return this.#todo.push(join(hardline, layout.lines(this.#width - indent)), flat, indent);
      default:
        return layout satisfies never;
    }
  }

  #group(node: Extract<LayoutNode, { kind: "group" }>, flat: boolean, indent: number): void {
    const { broken, contents, id } = node;
    const fits = !broken && (flat || this.#fits(contents));
    if (!fits && id) this.#brokenIds.add(id);
    this.#todo.push(contents, fits, indent);
  }

  #choice(states: readonly [Layout, ...Layout[]], indent: number): void {
    const found = states.find((state) => this.#fits(state));
    this.#todo.push(found ?? states.at(-1) ?? states[0], found !== undefined, indent);
  }

  /** True if the flat layout and what follows it, up to the next line break, fit in the width. */
  #fits(flat: Layout): boolean {
    const stack = this.#measuring;
    const { layouts, flats, positions } = stack;
    stack.size = 0;
    stack.push(flat, true, 0);
    let left = this.#width - this.#column;
    let rest = this.#todo.size;
    while (left >= 0) {
      if (stack.size === 0) {
        if (rest === 0) return true;
        rest--;
        stack.push(this.#todo.layouts[rest] as Layout, this.#todo.flats[rest] as boolean, 0);
        positions[0] = this.#todo.positions[rest] as number;
      }
      const top = stack.size - 1;
      const layout = layouts[top] as Layout; // as in `run`
      const isFlat = flats[top] as boolean;
      if (isList(layout)) {
        let at = positions[top] as number;
        let item = layout[at];
        for (; typeof item === "string"; item = layout[at]) {
          left -= columns(item);
          at++;
        }
        if (at + 1 < layout.length) positions[top] = at + 1;
        else stack.size = top;
        if (item !== undefined) stack.push(item, isFlat, 0);
        continue;
      }
      stack.size = top;
      if (typeof layout === "string") left -= columns(layout);
      else if (layout.kind === "symbol") left -= columns(this.#nameOf(layout));
      else if (layout.kind === "comment") return true;
      else if (layout.kind !== "line") measure(stack, layout, isFlat);
      else if (!isFlat || layout.hard) return true;
      else left -= layout.flat.length;
    }
    return false;
  }

  #text(text: string): void {
    if (text === "") return;
    this.#out += text;
    this.#last = text;
    this.#column += columns(text);
  }

  #newline(indentation: number): void {
    this.#endLine();
    this.#last = indentations[indentation] ??= " ".repeat(indentation);
    this.#out += `\n${this.#last}`;
    this.#column = indentation;
  }

  #endLine(): void {
    const end = this.#last.charCodeAt(this.#last.length - 1);
    if (end === SPACE || end === TAB) this.#hasTrailing = true;
  }
}

const SPACE = 0x20;
const TAB = 0x09;

const indentations: string[] = [];

/**
 * How to measure a node: broken groups keep their line breaks, and a broken choice takes its last
 * state.
 */
function measure(
  stack: Stack,
  node: Exclude<LayoutNode, { kind: "line" | "comment" | "symbol" }>,
  flat: boolean,
): void {
  switch (node.kind) {
    case "group":
      return stack.push(node.contents, flat && !node.broken, 0);
    case "choice":
      return stack.push(flat ? node.states[0] : (node.states.at(-1) ?? ""), flat, 0);
    case "if-break":
      return stack.push(flat ? node.flat : node.broken, flat, 0);
    case "call":
    case "indent":
    case "indent-if-broken":
      return stack.push(node.contents, flat, 0);
    default:
      return node satisfies never;
  }
}

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/gu;

/**
 * Columns on a terminal: wide East Asian characters and emoji take two (Unicode Standard Annex
 * #11).
 */
export function columns(text: string): number {
  if (isAscii(text)) return text.length;
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

/** Called for every piece of every line, where a loop is faster than a regular expression. */
function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0x7e) return false;
  }
  return true;
}
