/**
 * Removes references with which a union, an intersection or a reference contains itself without an
 * object or list in between. They mean nothing: `A = A | string` is a string, and TypeScript
 * rejects it.
 */
import type { Report } from "../diagnostics/collector.js";
import type { ModelDraft } from "./model-registry.js";
import { direct, unknownType } from "./type-helpers.js";
import type { Pointer, Type } from "./types.js";

/** The models without self-references, and a warning for each that was removed. */
export function withoutSelfReferences(
  drafts: readonly ModelDraft[],
  report: Report,
): readonly ModelDraft[] {
  const closing = closingEdges(new Map(drafts.map(({ pointer, type }) => [pointer, direct(type)])));
  if (closing.size === 0) return drafts;
  return drafts.map((draft) => {
    const cut = closing.get(draft.pointer);
    if (!cut) return draft;
    report(
      "schema-circular",
      draft.pointer,
      "The schema refers to itself without an object or list in between.",
    );
    return { ...draft, type: without(draft.type, cut) ?? unknownType };
  });
}

interface Step {
  readonly node: Pointer;
  readonly edges: readonly Pointer[];
  next: number;
}

/**
 * The edges that close a cycle. Without them there is none. Not recursive, because chains may be
 * long.
 */
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

/** The type without references to some models, or `undefined` if nothing is left. */
function without(type: Type, cut: ReadonlySet<Pointer>): Type | undefined {
  switch (type.kind) {
    case "ref":
      return cut.has(type.to) ? undefined : type;
    case "union": {
      const variants = type.variants.flatMap((variant) => {
        const kept = without(variant.type, cut);
        return kept ? [{ type: kept, discriminatorValues: variant.discriminatorValues }] : [];
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
