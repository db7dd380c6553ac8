/** The limits of one value: far above any real document, low enough for a hostile one. */
export const SIZE_LIMITS: { readonly values: number; readonly depth: number } = {
  /** Each use of a YAML alias counts. */
  values: 5_000_000,
  /** Objects and lists inside each other. */
  depth: 400,
};

/**
 * Describes the limit that a value exceeds, if any. Does not recurse, so it is safe for any depth
 * and for cycles.
 */
export function exceededLimit(root: unknown): string | undefined {
  const stack: unknown[] = [root];
  const depths = [0];
  let values = 1;
  while (stack.length > 0) {
    const next = stack.pop();
    const depth = (depths.pop() ?? 0) + 1;
    if (typeof next !== "object" || next === null) continue;
    for (const value of Object.values(next)) {
      if (++values > SIZE_LIMITS.values) return `more than ${SIZE_LIMITS.values} values`;
      if (depth > SIZE_LIMITS.depth) return `more than ${SIZE_LIMITS.depth} levels of nesting`;
      if (typeof value !== "object" || value === null) continue;
      stack.push(value);
      depths.push(depth);
    }
  }
  return undefined;
}
