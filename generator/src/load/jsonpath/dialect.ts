/**
 * Older dialects of JSONPath allow more names after a dot than RFC 9535: `.200`, `.$ref` and
 * `.x-internal`. Overlays use them, so such names are put in brackets: `['200']`.
 */

/** A path in the syntax of RFC 9535. */
export interface StandardPath {
  readonly path: string;
  /** The offset in the original path for an offset in this one. */
  readonly originalOffset: (offset: number) => number;
}

/** Rewrites the names that RFC 9535 does not allow after a dot. */
export function toStandard(path: string): StandardPath {
  const added: { readonly at: number; readonly length: number }[] = [];
  let total = 0;
  const standard = path.replaceAll(TOKEN, (token, name: string | undefined, at: number) => {
    if (name === undefined || STANDARD_NAME.test(name)) return token;
    const dots = token.startsWith("..") ? ".." : "";
    const bracketed = `${dots}['${name}']`;
    const length = bracketed.length - token.length;
    added.push({ at: at + total, length });
    total += length;
    return bracketed;
  });
  const originalOffset = (offset: number): number =>
    added.reduce((moved, { at, length }) => (at < offset ? moved - length : moved), offset);
  return { path: standard, originalOffset };
}

/** Strings and numbers, so that nothing inside them counts as a name, and names after a dot. */
const TOKEN =
  /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|\.\.?([\w$\u0080-\uFFFF][\w$\u0080-\uFFFF-]*)/gs;

const STANDARD_NAME = /^[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF]*$/;
