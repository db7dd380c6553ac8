import { type Layout, type LayoutNode, hardline, isList, join } from "./layout.js";
import type { CodeSymbol } from "./symbol.js";

/** How symbols are called in the file that is printed. */
export type NameOf = (symbol: CodeSymbol) => string;

/**
 * Prints a layout at a line width; lines carry no trailing spaces. The rules of breaking are those of Prettier's
 * document printer, because its output is what `oxfmt --check` accepts.
 */
export function render(layout: Layout, width: number, nameOf: NameOf = (of) => of.name): string {
  return new Renderer(width, nameOf).run(layout);
}

/** A layout to print, and how. */
interface Command {
  readonly indent: number;
  readonly flat: boolean;
  readonly layout: Layout;
  /** Of a list: the item to go on with. Lists are taken apart item by item, since measuring often ends at the first. */
  readonly at: number;
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
    this.#push(0, false, layout);
    for (let next = this.#commands.pop(); next; next = this.#commands.pop()) this.#step(next);
    return this.#out.replace(/[ \t]+$/gm, "");
  }

  #step(command: Command): void {
    const { layout, indent, flat } = command;
    if (typeof layout === "string") return this.#text(layout);
    if (isList(layout)) return pushItem(this.#commands, command, layout);
    switch (layout.kind) {
      case "symbol":
        return this.#text(this.#nameOf(layout));
      case "line":
        return flat && !layout.hard ? this.#text(layout.flat) : this.#newline(indent);
      case "indent":
        return this.#push(indent + layout.by, flat, layout.contents);
      case "call":
        return this.#push(indent, flat, layout.contents);
      case "group":
        return this.#group(command, layout);
      case "choice":
        return this.#choice(command, layout.states);
      case "if-break":
        return this.#push(indent, flat, flat ? layout.flat : layout.broken);
      case "indent-if-broken":
        return this.#push(indent + (this.#brokenIds.has(layout.id) ? 2 : 0), flat, layout.contents);
      case "comment":
        return this.#push(indent, flat, join(hardline, layout.lines(this.#width - indent)));
      default:
        return layout satisfies never;
    }
  }

  #group({ indent, flat }: Command, node: Extract<LayoutNode, { kind: "group" }>): void {
    const { broken, contents, id } = node;
    const fits = !broken && (flat || this.#fits(contents));
    if (!fits && id) this.#brokenIds.add(id);
    this.#push(indent, fits, contents);
  }

  #choice({ indent }: Command, states: readonly [Layout, ...Layout[]]): void {
    const found = states.find((state) => this.#fits(state));
    this.#push(indent, found !== undefined, found ?? states.at(-1) ?? states[0]);
  }

  /** True when the flat layout and what follows it end, up to the next newline, within the width. */
  #fits(flat: Layout): boolean {
    let left = this.#width - this.#column;
    let rest = this.#commands.length;
    const stack: Command[] = [command(true, flat)];
    while (left >= 0) {
      const next = stack.pop() ?? this.#commands[--rest];
      if (!next) return true;
      const { layout } = next;
      if (typeof layout === "string") left -= columns(layout);
      else if (isList(layout)) pushItem(stack, next, layout);
      else if (layout.kind === "symbol") left -= columns(this.#nameOf(layout));
      else if (layout.kind === "comment") return true;
      else if (layout.kind !== "line") stack.push(measured(next.flat, layout));
      else if (!next.flat || layout.hard) return true;
      else left -= layout.flat.length;
    }
    return false;
  }

  #push(indent: number, flat: boolean, layout: Layout): void {
    this.#commands.push({ indent, flat, layout, at: 0 });
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
  flat: boolean,
  node: Exclude<LayoutNode, { kind: "line" | "comment" | "symbol" }>,
): Command {
  switch (node.kind) {
    case "group":
      return command(flat && !node.broken, node.contents);
    case "choice":
      return command(flat, flat ? node.states[0] : (node.states.at(-1) ?? ""));
    case "if-break":
      return command(flat, flat ? node.flat : node.broken);
    case "call":
    case "indent":
    case "indent-if-broken":
      return command(flat, node.contents);
    default:
      return node satisfies never;
  }
}

function command(flat: boolean, layout: Layout): Command {
  return { indent: 0, flat, layout, at: 0 };
}

/** The next item of a list, and the rest of the list after it. */
function pushItem(stack: Command[], { indent, flat, at }: Command, list: readonly Layout[]): void {
  const item = list[at];
  if (item === undefined) return;
  if (at + 1 < list.length) stack.push({ indent, flat, layout: list, at: at + 1 });
  stack.push({ indent, flat, layout: item, at: 0 });
}

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/gu;

/** Columns on a terminal: wide East Asian characters and emoji take two (Unicode Standard Annex #11). */
function columns(text: string): number {
  if (isAscii(text)) return text.length;
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

/** Asked for every piece of every line, which is where a loop beats a regular expression. */
function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0x7e) return false;
  }
  return true;
}
