import { yaml } from "../strings/yaml.js";

/**
 * How deeply collections nest in a YAML text. Does not recurse, unlike the parser, which needs a stack frame or more for each
 * level and may end the process where it runs out of them.
 */
export function nestingOf(text: string, atMost: number): number {
  // Reading the text twice takes time, so it is done only for one that may be too deep.
  return mayExceed(text, atMost) ? depthOf([...new (yaml().Parser)().parse(text)]) : 0;
}

/** True for brackets inside brackets, lines far to the right, and items on one line (`- - -`), more than so many. */
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

/** The depth of the syntax tree: what has items is a level of its own. */
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
