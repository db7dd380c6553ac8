/**
 * The property that tells variants apart holds, in each variant, only the tags of that variant, even where the
 * document writes a plain string there: then a comparison with a tag narrows the union.
 */
import type { Draft } from "./hoist.js";
import type { Field, Pointer, Type } from "./types.js";
import { eachChild, splitNull, union } from "./types-of.js";

/** The same models, with the discriminating fields of variants narrowed. */
export function narrowTags(drafts: readonly Draft[]): readonly Draft[] {
  const types = new Map(drafts.map((draft) => [draft.pointer, draft.type]));
  const tags = new Map<string, Set<string>>();
  for (const draft of drafts) collect(draft.type, types, tags);
  if (tags.size === 0) return drafts;
  return drafts.map((draft) => ({ ...draft, type: narrowed(draft, tags) }));
}

type Types = ReadonlyMap<Pointer, Type>;

function collect(type: Type, types: Types, tags: Map<string, Set<string>>): void {
  eachChild(type, (child) => collect(child, types, tags));
  if (type.kind !== "union" || !type.discriminator) return;
  for (const variant of type.variants) {
    const owner = ownerOf(variant.type, types);
    if (owner === undefined) continue;
    const key = keyOf(owner, type.discriminator.wire);
    tags.set(key, new Set([...(tags.get(key) ?? []), ...variant.tags]));
  }
}

/** The model that is the object of a variant, through aliases. */
function ownerOf(type: Type, types: Types, hops = 0): Pointer | undefined {
  if (type.kind !== "ref" || hops > 16) return undefined;
  const target = types.get(type.to);
  if (target?.kind === "object") return type.to;
  return target && ownerOf(target, types, hops + 1);
}

function narrowed(draft: Draft, tags: ReadonlyMap<string, ReadonlySet<string>>): Type {
  if (draft.type.kind !== "object") return draft.type;
  const fields = draft.type.fields.map((field): Field => {
    const values = tags.get(keyOf(draft.pointer, field.wire));
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
