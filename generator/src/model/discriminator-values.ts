/**
 * Narrows the discriminator property of each variant to the values of that variant, even if the
 * document declares a plain string. Then comparing the property narrows the union.
 */
import type { ModelDraft } from "./model-registry.js";
import { eachChild, splitNull, union } from "./type-helpers.js";
import type { Field, Pointer, Type } from "./types.js";

/** The models, with narrowed discriminator properties. */
export function narrowDiscriminators(drafts: readonly ModelDraft[]): readonly ModelDraft[] {
  const types = new Map(drafts.map((draft) => [draft.pointer, draft.type]));
  const known = new Map<string, Set<string>>();
  for (const draft of drafts) collect(draft.type, types, known);
  if (known.size === 0) return drafts;
  return drafts.map((draft) => ({ ...draft, type: narrowed(draft, known) }));
}

/** Whether a member of a model selects a variant of some union. */
export function discriminatorFields(
  drafts: readonly ModelDraft[],
): (model: Pointer, wire: string) => boolean {
  const types = new Map(drafts.map((draft) => [draft.pointer, draft.type]));
  const known = new Map<string, Set<string>>();
  for (const draft of drafts) collect(draft.type, types, known);
  return (model, wire) => known.has(keyOf(model, wire));
}

type Types = ReadonlyMap<Pointer, Type>;

function collect(type: Type, types: Types, known: Map<string, Set<string>>): void {
  eachChild(type, (child) => collect(child, types, known));
  if (type.kind !== "union" || !type.discriminator) return;
  for (const variant of type.variants) {
    const owner = ownerOf(variant.type, types);
    if (owner === undefined) continue;
    const key = keyOf(owner, type.discriminator.wire);
    known.set(key, new Set([...(known.get(key) ?? []), ...variant.discriminatorValues]));
  }
}

/** The object model behind a variant, through aliases. */
function ownerOf(type: Type, types: Types, hops = 0): Pointer | undefined {
  if (type.kind !== "ref" || hops > 16) return undefined;
  const target = types.get(type.to);
  if (target?.kind === "object") return type.to;
  return target && ownerOf(target, types, hops + 1);
}

function narrowed(draft: ModelDraft, known: ReadonlyMap<string, ReadonlySet<string>>): Type {
  if (draft.type.kind !== "object") return draft.type;
  const fields = draft.type.fields.map((field): Field => {
    const values = known.get(keyOf(draft.pointer, field.wire));
    return values ? { ...field, type: restrict(field.type, values) } : field;
  });
  return { ...draft.type, fields };
}

function restrict(type: Type, values: ReadonlySet<string>): Type {
  const { core } = splitNull(type);
  if (core.kind !== "string" && core.kind !== "enum" && core.kind !== "ref") return type;
  return union([...values].map((value): Type => ({ kind: "literal", value })));
}

function keyOf(pointer: Pointer, wire: string): string {
  return JSON.stringify([pointer, wire]);
}
