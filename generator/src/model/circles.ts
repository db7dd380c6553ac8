/**
 * A union, an intersection or a reference that leads back to itself with no object or list in between says nothing:
 * `A = A | string` is a string, and TypeScript refuses to read it. What closes such a circle is left out.
 */
import type { Report } from "../diagnostics/collector.js";
import type { Draft } from "./hoist.js";
import type { Pointer, Type } from "./types.js";
import { direct, unknownType } from "./types-of.js";

/** The drafts without circles, and a diagnostic for each that there was. */
export function withoutCircles(drafts: readonly Draft[], report: Report): readonly Draft[] {
  const closing = closingEdges(new Map(drafts.map(({ pointer, type }) => [pointer, direct(type)])));
  if (closing.size === 0) return drafts;
  return drafts.map((draft) => {
    const cut = closing.get(draft.pointer);
    if (!cut) return draft;
    report(
      "schema-circular",
      draft.pointer,
      "The schema leads back to itself without anything in between.",
    );
    return { ...draft, type: without(draft.type, cut) ?? unknownType };
  });
}

interface Step {
  readonly node: Pointer;
  readonly edges: readonly Pointer[];
  next: number;
}

/** The edges that lead back to where a walk came from; without them there is no circle. Not recursive: chains may be long. */
function closingEdges(
  graph: ReadonlyMap<Pointer, readonly Pointer[]>,
): ReadonlyMap<Pointer, ReadonlySet<Pointer>> {
  const closing = new Map<Pointer, Set<Pointer>>();
  const done = new Set<Pointer>();
  const open = new Set<Pointer>();
  for (const root of graph.keys()) {
    const steps: Step[] = [];
    const enter = (node: Pointer): void => {
      if (done.has(node)) return;
      open.add(node);
      steps.push({ node, edges: graph.get(node) ?? [], next: 0 });
    };
    enter(root);
    for (let step = steps.at(-1); step; step = steps.at(-1)) {
      const edge = step.edges[step.next++];
      if (edge === undefined) {
        steps.pop();
        open.delete(step.node);
        done.add(step.node);
      } else if (open.has(edge)) {
        closing.set(step.node, (closing.get(step.node) ?? new Set()).add(edge));
      } else enter(edge);
    }
  }
  return closing;
}

/** The type without some of the models that it is; `undefined` where nothing is left. */
function without(type: Type, cut: ReadonlySet<Pointer>): Type | undefined {
  switch (type.kind) {
    case "ref":
      return cut.has(type.to) ? undefined : type;
    case "union": {
      const variants = type.variants.flatMap((variant) => {
        const kept = without(variant.type, cut);
        return kept ? [{ type: kept, tags: variant.tags }] : [];
      });
      const [only] = variants;
      return variants.length > 1 || type.discriminator ? { ...type, variants } : only?.type;
    }
    case "intersection": {
      const parts = type.parts.flatMap((part) => without(part, cut) ?? []);
      return parts.length > 1 ? { ...type, parts } : parts[0];
    }
    default:
      return type;
  }
}
