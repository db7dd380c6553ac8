import type { Parameter } from "../../model/types.js";
import { isRecord } from "./fits.js";

/**
 * True for a value that the style of a parameter can express, as the SDK checks it: most styles
 * have no escape for their separator, and a path segment must not be empty.
 */
export function isWritable(parameter: Parameter, value: unknown): boolean {
  if (parameter.media !== undefined) return true;
  if (parameter.style === "deepObject") return isDeep(value);
  const strings = stringsOf(value);
  const separator = separatorOf(parameter);
  if (separator !== undefined && strings.some((each) => each.includes(separator))) return false;
  return parameter.in !== "path" || isSegment(value);
}

function separatorOf({ in: where, style, explode, allowReserved }: Parameter): string | undefined {
  if (where === "header") return ",";
  if (style === "label" && explode) return ".";
  if (explode) return undefined;
  if (style === "spaceDelimited") return " ";
  if (style === "pipeDelimited") return "|";
  if (style === "tabDelimited") return "\t";
  return style === "form" && allowReserved ? "," : undefined;
}

/** The strings of an array or object, between which a separator stands. */
function stringsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(written);
  return isRecord(value)
    ? Object.entries(value).flatMap(([key, each]) => [key, written(each)])
    : [];
}

function written(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Names without brackets, and no empty items among objects. */
function isDeep(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => !isEmpty(item) && isDeep(item));
  if (!isRecord(value)) return true;
  return Object.entries(value).every(([key, member]) => !/[[\]]/.test(key) && isDeep(member));
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function isSegment(value: unknown): boolean {
  return typeof value === "string" ? !["", ".", ".."].includes(value) : !isEmpty(value);
}
