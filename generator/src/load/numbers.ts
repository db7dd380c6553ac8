/**
 * Keeps numbers as the file spells them if JavaScript would change them: `9007199254740993` becomes
 * its neighbor, `1e400` infinity, and `1.10` loses its zero. The parsers mark such numbers, and
 * {@link keepNumbers} replaces the marks.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done } from "../diagnostics/stage-result.js";
import {
  type Json,
  type JsonObject,
  isList,
  isObject,
  mapMembers,
  without,
} from "../document/json.js";
import { memberType } from "../document/member-types.js";
import { type Pointer, append } from "../document/pointer.js";
import { isExact } from "./exact.js";

/** The value of a file. */
export interface ParsedFile {
  readonly value: Json;
  /** True if strings in it stand for numbers. */
  readonly isMarked: boolean;
}

/** Starts with a NUL, as no string of a real document does. */
const MARK = "\0number:";

/** A string that stands for a number until {@link keepNumbers} knows what the number is for. */
export function markNumber(spelling: string): string {
  return MARK + spelling;
}

/** True for a number that JavaScript prints in another way. */
export function isRespelled(spelling: string): boolean {
  return String(Number(spelling)) !== spelling;
}

/**
 * Replaces the marks. In a schema of strings a number is what the file says. Anywhere else it is a
 * number, or a string with a warning if JavaScript cannot hold it. Bounds, `const` and `enum` are
 * left out in that case, because a string would change what they mean.
 */
export function keepNumbers({ value, isMarked }: ParsedFile, file: string): StageResult<Json> {
  if (!isMarked) return done(value);
  // Each number is reported once: some documents give every integer the bounds of 64 bits.
  const pointers = new Map<string, Pointer>();
  const kept = replaceMarks(value, "", false, (number, effect, pointer) => {
    const message = `JavaScript cannot hold the number ${number}. ${effect}`;
    if (!pointers.has(message)) pointers.set(message, pointer);
  });
  return done(
    kept,
    [...pointers].map(([message, pointer]) =>
      diagnostic("number-inexact", `${file}#${pointer}`, message),
    ),
  );
}

type Report = (number: string, effect: string, pointer: Pointer) => void;

function replaceMarks(value: Json, pointer: Pointer, isString: boolean, report: Report): Json {
  if (isObject(value)) return inObject(value, pointer, report);
  if (isList(value))
    return value.map((item, index) => replaceMarks(item, append(pointer, index), isString, report));
  const number = markedNumber(value);
  if (number === undefined) return value;
  if (isString) return number;
  if (isExact(number)) return Number(number);
  report(number, "It is kept as a string.", pointer);
  return number;
}

function inObject(value: JsonObject, pointer: Pointer, report: Report): Json {
  const isString = isStringType(value["type"]);
  const lost = Object.keys(value).filter((key) => {
    const number = needsNumbers(key, isString) ? inexactNumber(value[key]) : undefined;
    if (number !== undefined) report(number, `The \`${key}\` is left out.`, append(pointer, key));
    return number !== undefined;
  });
  return mapMembers(lost.length === 0 ? value : without(value, ...lost), (member, key) =>
    replaceMarks(member, append(pointer, key), isString && VALUES.has(key), report),
  );
}

/** Keywords with values of the schema. */
const VALUES: ReadonlySet<string> = new Set(["const", "enum", "default", "example", "examples"]);

/** True for keywords that would mean something else with a string. */
function needsNumbers(key: string, isString: boolean): boolean {
  const isBound = memberType("schema", key) === "number";
  return isBound || (!isString && (key === "const" || key === "enum"));
}

function isStringType(type: Json | undefined): boolean {
  const types = isList(type) ? type : [type];
  return types.every((each) => each === "string" || each === "null");
}

/** The first number that JavaScript cannot hold: the value itself, or one in the list. */
function inexactNumber(value: Json | undefined): string | undefined {
  const numbers = (isList(value) ? value : [value]).map(markedNumber);
  return numbers.find((number) => number !== undefined && !isExact(number));
}

function markedNumber(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.startsWith(MARK) ? value.slice(MARK.length) : undefined;
}
