import { isCut } from "./wire.js";
import { propertyKey, stringLiteral } from "../print/literal.js";

/** TypeScript code for a value: `new Date("2024-01-01T00:00:00Z")`. */
export class Code {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A value that was cut off. It compiles in the place of any type. */
export const ELLIPSIS: Code = new Code("{} as never /* ... */");

/** A value to print. Objects are maps, so that a member named `__proto__` stays a member. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | Code
  | readonly Literal[]
  | ReadonlyMap<string, Literal>;

/** A JSON value as a {@link Literal}. */
export function fromJson(value: unknown): Literal {
  if (isCut(value)) return ELLIPSIS;
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value === "object" && value !== null) {
    return new Map(Object.entries(value).map(([key, member]) => [key, fromJson(member)]));
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
}

/**
 * Prints a value as TypeScript. Objects have a line for each member, and short arrays of scalars
 * stay on one line. Lines after the first are indented by `indent` spaces.
 */
export function printLiteral(value: Literal, indent = 0): string {
  if (value instanceof Code) return value.text;
  if (value instanceof Map) return block("{", members(value, indent + 2), "}", indent);
  if (isList(value)) {
    const items = value.map((item) => printLiteral(item, indent + 2));
    const line = `[${items.join(", ")}]`;
    return line.length <= 60 && !line.includes("\n") ? line : block("[", items, "]", indent);
  }
  if (typeof value === "number") return number(value);
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

function members(value: ReadonlyMap<string, Literal>, indent: number): string[] {
  return [...value].map(([key, member]) => `${propertyKey(key)}: ${printLiteral(member, indent)}`);
}

function block(open: string, lines: readonly string[], close: string, indent: number): string {
  if (lines.length === 0) return open + close;
  const inner = " ".repeat(indent + 2);
  return [open, ...lines.map((line) => `${inner}${line},`), " ".repeat(indent) + close].join("\n");
}

function number(value: number): string {
  return Number.isFinite(value) ? String(value) : "0";
}
