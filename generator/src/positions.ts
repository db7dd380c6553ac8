import { LineCounter, isCollection, isMap, isPair, isScalar, parseDocument } from "yaml";
import { parsePointer } from "./document/pointer.js";

/**
 * The `line:column` of a pointer in a YAML or JSON text, or of what is nearest above it. Parses the text again: it is
 * asked only when there is a problem to show.
 */
export function locator(text: string): (pointer: string) => string {
  const lines = new LineCounter();
  const contents = contentsOf(text, lines);
  return (pointer) => {
    const { line, col } = lines.linePos(offsetOf(contents, parsePointer(pointer)));
    return `${line}:${col}`;
  };
}

/** The parser calls itself for what is inside, so it may fail where the one for JSON has not. */
function contentsOf(text: string, lineCounter: LineCounter): unknown {
  try {
    return parseDocument(text, { lineCounter, logLevel: "silent" }).contents;
  } catch {
    return undefined;
  }
}

function offsetOf(root: unknown, tokens: readonly string[]): number {
  let node = root;
  let offset = 0;
  for (const token of tokens) {
    const item = isCollection(node) ? itemOf(node.items, isMap(node), token) : undefined;
    if (!item) return offset;
    offset = item.offset ?? offset;
    node = item.value;
  }
  return offset;
}

interface Item {
  readonly offset: number | undefined;
  readonly value: unknown;
}

function itemOf(items: readonly unknown[], byName: boolean, token: string): Item | undefined {
  if (!byName) return { offset: startOf(items[Number(token)]), value: items[Number(token)] };
  const pair = items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === token,
  );
  return isPair(pair) ? { offset: startOf(pair.key), value: pair.value } : undefined;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  return Array.isArray(node.range) ? Number(node.range[0]) : undefined;
}
