/** What one value may be at most. Far above any real document; a hostile one must not take the machine. */
export const MOST: { readonly values: number; readonly depth: number } = {
  /** With every YAML alias counted as often as it is used. */
  values: 5_000_000,
  /** Objects and lists inside each other. */
  depth: 400,
};

/** What is too much about a value, or `undefined`. Does not recurse, so it is safe for any depth and for cycles. */
export function excess(root: unknown): string | undefined {
  const stack: unknown[] = [root];
  const depths = [0];
  let values = 1;
  while (stack.length > 0) {
    const next = stack.pop();
    const depth = (depths.pop() ?? 0) + 1;
    if (typeof next !== "object" || next === null) continue;
    for (const value of Object.values(next)) {
      if (++values > MOST.values) return `more than ${MOST.values} values`;
      if (depth > MOST.depth) return `more than ${MOST.depth} levels of nesting`;
      if (typeof value !== "object" || value === null) continue;
      stack.push(value);
      depths.push(depth);
    }
  }
  return undefined;
}
