/**
 * Strongly connected components (Tarjan 1972). Not recursive, so that a deep document cannot
 * exhaust the stack.
 */

interface Frame {
  readonly node: string;
  readonly edges: readonly string[];
  next: number;
}

/** The nodes that can reach themselves. */
export function cyclicNodes(graph: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const selfish = [...graph].filter(([node, edges]) => edges.includes(node)).map(([node]) => node);
  const groups = stronglyConnected(graph).filter((group) => group.length > 1);
  return new Set([...selfish, ...groups.flat()]);
}

/**
 * All strongly connected components; those that others point to come first. Edges to unknown nodes
 * are ignored.
 */
export function stronglyConnected(
  graph: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();

  const open = (node: string): Frame => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    onStack.add(node);
    return { node, edges: (graph.get(node) ?? []).filter((edge) => graph.has(edge)), next: 0 };
  };
  const lower = (node: string, value: number): void => {
    low.set(node, Math.min(low.get(node) ?? value, value));
  };
  const close = (node: string): void => {
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.lastIndexOf(node));
    for (const member of group) onStack.delete(member);
    found.push(group);
  };

  for (const root of graph.keys()) {
    if (index.has(root)) continue;
    const frames = [open(root)];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const edge = frame.edges[frame.next++];
      if (edge === undefined) {
        frames.pop();
        close(frame.node);
        const parent = frames.at(-1);
        if (parent) lower(parent.node, low.get(frame.node) ?? 0);
      } else if (!index.has(edge)) {
        frames.push(open(edge));
      } else if (onStack.has(edge)) {
        lower(frame.node, index.get(edge) ?? 0);
      }
    }
  }
  return found;
}
