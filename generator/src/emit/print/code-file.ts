import type { OutputFile } from "../../output/output-file.js";
import { type ImportNames, importNames, importStatements } from "./imports.js";
import { type Layout, hardline, indent, join, symbolsOf } from "./layout.js";
import { render } from "./render.js";
import { WIDTH } from "./width.js";

const BANNER = "Written by sdkwright. Change the document or the generator, not this file.";

/** The first line of every generated TypeScript file. */
export const CODE_BANNER: string = `// ${BANNER}`;
/** The first line of every generated Markdown file. */
export const MARKDOWN_BANNER: string = `<!-- ${BANNER} -->`;

/** The values of a template. `undefined`, `false`, `""` and empty lists print nothing. */
export type Printable = Layout | number | undefined | false | readonly Printable[];

/** A TypeScript file under construction. */
export interface CodeFile {
  readonly path: string;
  /** Prints a declaration, usually made by {@link code}, after a blank line. */
  print(part: Printable): void;
  /** The finished file, with banner and imports. */
  finish(): OutputFile;
}

/**
 * Starts a file. `path` is relative to the root of the target and ends with `.ts`. `reserved` lists
 * the names of parameters and variables, which no import may have.
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
 * Code from a template. Drops the common indentation of the template, and keeps the indentation of
 * values, so that the source of an emitter looks like its output. Omits lines whose values all
 * print nothing.
 */
export function code(template: TemplateStringsArray, ...values: readonly Printable[]): Layout {
  const lines: Layout[] = [];
  for (const row of rowsOf(template)) {
    const { lead, strings, first } = row;
    const pieces: Layout[] = [strings[0] ?? ""];
    let isVoid = row.isBlank && hasValues(row);
    for (let index = 1; index < strings.length; index++) {
      const value = toLayout(values[first + index - 1]);
      isVoid &&= isNothing(value);
      pieces.push(value, strings[index] ?? "");
    }
    if (isVoid) continue;
    lines.push(lead === "" ? pieces : [lead, indent(pieces, lead.length)]);
  }
  return join(hardline, lines);
}

function finished(path: string, parts: readonly Layout[], reserved: readonly string[]): string {
  const body = join([hardline, hardline], parts);
  const names = importNames(path, symbolsOf(body), reserved);
  const imports = importStatements(names);
  const head = imports.length === 0 ? "" : `${imports.join("\n")}\n\n`;
  return `${CODE_BANNER}\n${head}${normalizeBlankLines(render(body, WIDTH, nameOf(names)))}\n`;
}

function nameOf(names: ImportNames): (symbol: { name: string; from: string }) => string {
  if (names.locals.size === 0) return (symbol) => symbol.name;
  return (symbol) => names.locals.get(`${symbol.from}#${symbol.name}`) ?? symbol.name;
}

function normalizeBlankLines(text: string): string {
  return (text.includes("\n\n\n") ? text.replace(/\n{3,}/g, "\n\n") : text).trim();
}

/** A line of a template: the strings before, between and after its values. */
interface Row {
  /** Indentation. */
  readonly lead: string;
  /** The strings around the values: one more than there are values. */
  readonly strings: readonly string[];
  /** The index of the first value. */
  readonly first: number;
  readonly isBlank: boolean;
}

const templates = new WeakMap<TemplateStringsArray, readonly Row[]>();

/** The lines of a template, without common indentation. Computed once per template. */
function rowsOf(template: TemplateStringsArray): readonly Row[] {
  const rows = templates.get(template) ?? dedent(toRows(template));
  templates.set(template, rows);
  return rows;
}

function toRows(template: TemplateStringsArray): readonly Row[] {
  const rows: { readonly strings: string[]; readonly first: number }[] = [];
  template.forEach((chunk, index) => {
    chunk.split("\n").forEach((text, part) => {
      if (part === 0 && index > 0) rows.at(-1)?.strings.push(text);
      else rows.push({ strings: [text], first: index });
    });
  });
  return rows.map(({ strings: [start = "", ...others], first }) => {
    const lead = /^ */.exec(start)?.[0] ?? "";
    const strings = [start.slice(lead.length), ...others];
    return { lead, strings, first, isBlank: strings.every((text) => text.trim() === "") };
  });
}

/** Drops the empty first and last row of a template, and the common indentation. */
function dedent(rows: readonly Row[]): readonly Row[] {
  const isEmpty = (row: Row | undefined): boolean => row?.isBlank === true && !hasValues(row);
  const from = rows.length > 1 && isEmpty(rows[0]) ? 1 : 0;
  const to = rows.length > 1 && isEmpty(rows.at(-1)) ? rows.length - 1 : rows.length;
  const kept = rows.slice(from, to);
  const common = Math.min(...kept.filter((row) => !isEmpty(row)).map((row) => row.lead.length));
  const cut = Number.isFinite(common) ? common : 0;
  return kept.map(({ lead, strings, first, isBlank }) => ({
    lead: lead.slice(cut),
    strings,
    first,
    isBlank,
  }));
}

function hasValues({ strings }: Row): boolean {
  return strings.length > 1;
}

function isNothing(layout: Layout): boolean {
  return layout === "" || (Array.isArray(layout) && layout.every(isNothing));
}

function toLayout(value: Printable): Layout {
  if (value === undefined || value === false) return "";
  if (typeof value === "number") return String(value);
  return isPrintableList(value) && !isLayout(value) ? value.map(toLayout) : (value as Layout);
}

/** True for lists that contain only layouts, as most do. */
function isLayout(value: Printable): boolean {
  if (Array.isArray(value)) return value.every(isLayout);
  return typeof value === "string" || (typeof value === "object" && value !== null);
}

function isPrintableList(value: Layout | readonly Printable[]): value is readonly Printable[] {
  return Array.isArray(value);
}
