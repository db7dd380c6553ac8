import { type ImportNames, importNames, importStatements } from "./imports.js";
import { type Layout, hardline, indent, join, symbolsOf } from "./layout.js";
import { render } from "./render.js";
import type { OutputFile } from "./options.js";

/** The line width of everything that is written. */
export const WIDTH = 100;

const BANNER =
  "Written by connections-sdk-generator. Change the document or the generator, not this file.";

/** The first line of every generated TypeScript file. */
export const CODE_BANNER: string = `// ${BANNER}`;
/** The first line of every generated Markdown file. */
export const MARKDOWN_BANNER: string = `<!-- ${BANNER} -->`;

/** What a template takes. `undefined`, `false`, `""` and empty lists print nothing. */
export type Printable = Layout | number | undefined | false | readonly Printable[];

/** A TypeScript file under construction. */
export interface CodeFile {
  readonly path: string;
  /** Prints a declaration, usually made by {@link code}, with a blank line after the one before. */
  print(part: Printable): void;
  /** The finished file: banner, imports, text. */
  finish(): OutputFile;
}

/**
 * Starts a file. `path` is relative to the root of the target and ends with `.ts`. `reserved` names are those of
 * parameters and variables in the text, which no import may take.
 */
export function codeFile(path: string, options: { reserved?: readonly string[] } = {}): CodeFile {
  const parts: Layout[] = [];
  return {
    path,
    print: (part) => void parts.push(toLayout(part)),
    finish: () => ({ path, text: finished(path, parts, options.reserved ?? []) }),
  };
}

/**
 * A piece of code from a template. The template's common indentation is dropped and values keep the indentation of
 * their line, so that the source of an emitter looks like its output. A line whose values all print nothing is
 * left out.
 */
export function code(template: TemplateStringsArray, ...values: readonly Printable[]): Layout {
  const rows = dedent(toRows(template, values)).filter((row) => !isVoid(row));
  return join(
    hardline,
    rows.map(({ lead, pieces }) => [lead, indent(pieces, lead.length)]),
  );
}

function finished(path: string, parts: readonly Layout[], reserved: readonly string[]): string {
  const body = join([hardline, hardline], parts);
  const names = importNames(path, symbolsOf(body), reserved);
  const imports = importStatements(names);
  const head = imports.length === 0 ? "" : `${render(join(hardline, imports), WIDTH)}\n\n`;
  return `${CODE_BANNER}\n${head}${tidyBlankLines(render(body, WIDTH, nameOf(names)))}\n`;
}

function nameOf(names: ImportNames): (symbol: { name: string; from: string }) => string {
  if (names.locals.size === 0) return (symbol) => symbol.name;
  return (symbol) => names.locals.get(`${symbol.from}#${symbol.name}`) ?? symbol.name;
}

function tidyBlankLines(text: string): string {
  return text.replace(/\n{3,}/g, "\n\n").trim();
}

interface Row {
  readonly lead: string;
  readonly pieces: readonly Layout[];
  readonly text: string;
  readonly values: readonly Layout[];
}

function toRows(template: TemplateStringsArray, values: readonly Printable[]): readonly Row[] {
  const rows: { text: string; pieces: Layout[]; values: Layout[] }[] = [];
  template.forEach((chunk, index) => {
    chunk.split("\n").forEach((text, part) => {
      const row = part === 0 ? rows.at(-1) : undefined;
      if (row) row.text += text;
      if (row) row.pieces.push(text);
      else rows.push({ text, pieces: [text], values: [] });
    });
    if (index >= values.length) return;
    const value = toLayout(values[index]);
    rows.at(-1)?.pieces.push(value);
    rows.at(-1)?.values.push(value);
  });
  return rows.map(({ text, pieces, values }) => {
    const [first, ...others] = pieces;
    const start = typeof first === "string" ? first : "";
    const lead = /^ */.exec(start)?.[0] ?? "";
    return { lead, pieces: [start.slice(lead.length), ...others], text, values };
  });
}

/** Without the empty first and last row of a template over several lines, and without common indentation. */
function dedent(rows: readonly Row[]): readonly Row[] {
  const isBlank = (row: Row | undefined): boolean =>
    row?.text.trim() === "" && row.values.length === 0;
  const from = rows.length > 1 && isBlank(rows[0]) ? 1 : 0;
  const to = rows.length > 1 && isBlank(rows.at(-1)) ? rows.length - 1 : rows.length;
  const kept = rows.slice(from, to);
  const common = Math.min(...kept.filter((row) => !isBlank(row)).map((row) => row.lead.length));
  const cut = Number.isFinite(common) ? common : 0;
  return kept.map(({ lead, pieces, text, values }) => ({
    lead: lead.slice(cut),
    pieces,
    text,
    values,
  }));
}

function isVoid(row: Row): boolean {
  return row.values.length > 0 && row.text.trim() === "" && row.values.every(isNothing);
}

function isNothing(layout: Layout): boolean {
  return layout === "" || (Array.isArray(layout) && layout.every(isNothing));
}

function toLayout(value: Printable): Layout {
  if (value === undefined || value === false) return "";
  if (typeof value === "number") return String(value);
  return isPrintableList(value) ? value.map(toLayout) : value;
}

function isPrintableList(value: Layout | readonly Printable[]): value is readonly Printable[] {
  return Array.isArray(value);
}
