import { type StageResult, done, failed } from "../diagnostics/stage-result.js";
import type { Json } from "../document/json.js";
import { type ParsedFile, isRespelled, markNumber } from "./numbers.js";
import { repeatedKeys } from "./syntax-error.js";

/**
 * Parses JSON, and marks the numbers that JavaScript changes. `undefined` for anything else, which
 * the YAML parser reads or finds the errors of.
 */
export function parseJson(text: string, file: string): StageResult<ParsedFile> | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const value = jsonOf(text);
  if (value === undefined) return undefined;
  const { repeated, numbers } = scan(text);
  if (repeated.length > 0)
    return failed(...repeatedKeys(repeated.map((offset) => placeOf(text, file, offset))));
  if (numbers.length === 0) return done({ value, isMarked: false });
  return done({ value: jsonOf(marked(text, numbers)) ?? value, isMarked: true });
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse returns any
  } catch {
    return undefined;
  }
}

/** What `JSON.parse` does not tell. */
interface Scan {
  /** The offsets of keys that their object already has. */
  readonly repeated: readonly number[];
  readonly numbers: readonly RespelledNumber[];
}

/** A number that JavaScript prints in another way. */
interface RespelledNumber {
  readonly offset: number;
  readonly spelling: string;
}

/** Scans valid JSON in one pass. Keys belong to the innermost braces, so lists do not matter. */
function scan(text: string): Scan {
  const repeated: number[] = [];
  const numbers: RespelledNumber[] = [];
  const objects: Set<string>[] = [];
  let end: number;
  for (let at = 0; at < text.length; at = end) {
    const sign = text.charCodeAt(at);
    end = at + 1;
    if (sign === OPEN_BRACE) objects.push(new Set());
    else if (sign === CLOSE_BRACE) objects.pop();
    else if (sign === QUOTE) {
      end = endOfString(text, at);
      const keys = isKey(text, end) ? objects.at(-1) : undefined;
      if (keys && keys.size === keys.add(stringOf(text.slice(at, end))).size) repeated.push(at);
    } else if (sign === MINUS || (sign >= ZERO && sign <= NINE)) {
      end = endOfNumber(text, at);
      const spelling = text.slice(at, end);
      if (isRespelled(spelling)) numbers.push({ offset: at, spelling });
    }
  }
  return { repeated, numbers };
}

const SPACE = 0x20;
const QUOTE = 0x22;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

/** True after an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text.charCodeAt(start - 1) === BACKSLASH) start--;
  return (at - start) % 2 === 1;
}

function isKey(text: string, end: number): boolean {
  let next = end;
  while (text.charCodeAt(next) <= SPACE) next++;
  return text.charCodeAt(next) === COLON;
}

function stringOf(quoted: string): string {
  return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

function endOfNumber(text: string, start: number): number {
  let end = start;
  while (/[-+.\deE]/.test(text.charAt(end))) end++;
  return end;
}

/** The file with the marks of its numbers in their places. */
function marked(text: string, numbers: readonly RespelledNumber[]): string {
  let result = "";
  let from = 0;
  for (const { offset, spelling } of numbers) {
    result += text.slice(from, offset) + JSON.stringify(markNumber(spelling));
    from = offset + spelling.length;
  }
  return result + text.slice(from);
}

function placeOf(text: string, file: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
}
