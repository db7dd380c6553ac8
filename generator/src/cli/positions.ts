import { parsePointer } from "../document/pointer.js";
import { yaml } from "../strings/yaml.js";
import { type JsonPosition, jsonPositions } from "./json-positions.js";

/** A position in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** False for the closest ancestor of a pointer that leads to nothing. */
  readonly isExact: boolean;
}

/** Returns a function that finds the `line:column` of a pointer, as {@link positionsIn} does. */
export function locator(text: string): (pointer: string) => string {
  const positionOf = positionsIn(text);
  return (pointer) => {
    const { line, column } = positionOf(pointer);
    return `${line}:${column}`;
  };
}

/**
 * Returns a function that finds the position of a pointer in a YAML or JSON file, or of its closest
 * ancestor that exists. Parses the file again, because positions are only needed for diagnostics.
 */
export function positionsIn(text: string): (pointer: string) => Position {
  const offsetOf = isJson(text) ? offsetsInJson(text) : offsetsInYaml(text);
  const starts = lineStarts(text);
  return (pointer) => {
    const { offset, isExact } = offsetOf(parsePointer(pointer));
    const line = lineAt(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, isExact };
  };
}

type OffsetOf = (tokens: readonly string[]) => {
  readonly offset: number;
  readonly isExact: boolean;
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function offsetsInJson(text: string): OffsetOf {
  const root: JsonPosition = { ...jsonPositions(text), offset: 0 };
  return (tokens) => {
    let spot = root;
    for (const token of tokens) {
      const inner = spot.inner.get(token);
      if (!inner) return { offset: spot.offset, isExact: false };
      spot = inner;
    }
    return { offset: spot.offset, isExact: true };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [line, after] = [0, starts.length];
  while (line + 1 < after) {
    const middle = Math.floor((line + after) / 2);
    if ((starts[middle] ?? 0) > offset) after = middle;
    else line = middle;
  }
  return line;
}

function offsetsInYaml(text: string): OffsetOf {
  const root = contentsOf(text);
  const { isCollection, isMap } = yaml();
  return (tokens) => {
    let node = root;
    let offset = 0;
    for (const token of tokens) {
      const item = isCollection(node) ? itemOf(node.items, isMap(node), token) : undefined;
      if (!item) return { offset, isExact: false };
      offset = item.offset ?? offset;
      node = item.value;
    }
    return { offset, isExact: true };
  };
}

/** The YAML parser is recursive, so it may fail on a file that the loader could read. */
function contentsOf(text: string): unknown {
  try {
    return yaml().parseDocument(text, { logLevel: "silent" }).contents;
  } catch {
    return undefined;
  }
}

interface Item {
  readonly offset: number | undefined;
  readonly value: unknown;
}

function itemOf(items: readonly unknown[], byName: boolean, token: string): Item | undefined {
  if (!byName) return { offset: startOf(items[Number(token)]), value: items[Number(token)] };
  const { isPair, isScalar } = yaml();
  const pair = items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === token,
  );
  return isPair(pair) ? { offset: startOf(pair.key), value: pair.value } : undefined;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  return Array.isArray(node.range) ? Number(node.range[0]) : undefined;
}
