import { yaml } from "../strings/yaml.js";

/**
 * The depth to which collections nest in a YAML file, or 0 if it is certainly at most `atMost`.
 * Does not recurse. The parser does, and may end the process when it runs out of stack.
 */
export function nestingDepth(text: string, atMost: number): number {
  // Parsing twice takes time, so it happens only if the file may be too deep.
  return mayExceed(text, atMost) ? depthOf([...new (yaml().Parser)().parse(text)]) : 0;
}

/**
 * True for more than so many brackets inside brackets, levels of indentation, or items on one line
 * (`- - -`).
 */
function mayExceed(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === OPEN_BRACKET || sign === OPEN_BRACE) depth++;
    else if ((sign === CLOSE_BRACKET || sign === CLOSE_BRACE) && depth > 0) depth--;
    if (depth > most) return true;
  }
  return new RegExp(`^ {${most}}|(?:[-?:] +){${most}}`, "m").test(text);
}

const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** The depth of the syntax trees. A node with items is a level. */
function depthOf(roots: readonly object[]): number {
  const stack = roots.map((node) => ({ node, depth: 0 }));
  let deepest = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node } = next;
    const depth = next.depth + ("items" in node ? 1 : 0);
    deepest = Math.max(deepest, depth);
    for (const child of [node, ...("items" in node ? (node.items as object[]) : [])]) {
      for (const part of ["key", "value"]) {
        const inner: unknown = Reflect.get(child, part);
        if (typeof inner === "object" && inner !== null) stack.push({ node: inner, depth });
      }
    }
  }
  return deepest;
}
