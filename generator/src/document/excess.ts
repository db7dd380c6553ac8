/** What one value may be at most. Far above any real document; a hostile one must not take the machine. */
export const MOST: { readonly values: number; readonly depth: number } = {
  /** With every YAML alias counted as often as it is used. */
  values: 5_000_000,
  /** Objects and lists inside each other. */
  depth: 400,
};

/** What is too much about a value, or `undefined`. Does not recurse, so it is safe for any depth and for cycles. */
export function excess(root: unknown): string | undefined {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let values = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (++values > MOST.values) return `more than ${MOST.values} values`;
    if (next.depth > MOST.depth) return `more than ${MOST.depth} levels of nesting`;
    if (typeof next.value !== "object" || next.value === null) continue;
    const depth = next.depth + 1;
    for (const value of Object.values(next.value)) stack.push({ value, depth });
  }
  return undefined;
}
