/** Collects the models of a document as they are found. */
import type { SchemaLocation } from "./schema-location.js";
import { sorted } from "./sorted.js";
import { nullable, splitNull } from "./type-helpers.js";
import type { Docs, Model, Pointer, Type } from "./types.js";

/** A model, before it is known where it is used and what it refers to. */
export type ModelDraft = Omit<Model, "usedIn" | "splits" | "recursive">;

/** Collects models. A location has one model, however often it is visited. */
export interface ModelRegistry {
  readonly has: (pointer: Pointer) => boolean;
  /**
   * Reserves the position of a model, so that models are in document order and owners come before
   * what they contain.
   */
  readonly reserve: (pointer: Pointer) => void;
  /** Makes the type a model, without its null, and returns a reference to it. */
  readonly add: (type: Type, location: SchemaLocation, docs: Docs) => Type;
  /**
   * The models in document order, and the pointers of those that accept null wherever they are
   * referred to.
   */
  readonly finish: () => {
    readonly drafts: readonly ModelDraft[];
    readonly nullables: ReadonlySet<Pointer>;
  };
}

/** An empty registry. */
export function modelRegistry(): ModelRegistry {
  const order = new Map<Pointer, number>();
  const drafts = new Map<Pointer, ModelDraft>();
  const nullables = new Set<Pointer>();
  const location = ({ pointer }: ModelDraft): number => order.get(pointer) ?? 0;
  const reserve = (pointer: Pointer): void => {
    if (!order.has(pointer)) order.set(pointer, order.size);
  };
  return {
    has: (pointer) => drafts.has(pointer),
    reserve,
    add: (type, location, docs) => {
      reserve(location.pointer);
      const { core, admitsNull } = splitNull(type);
      const ref: Type = { kind: "ref", to: location.pointer };
      if (!drafts.has(location.pointer))
        drafts.set(location.pointer, draftOf(core, location, docs));
      if (!admitsNull) return ref;
      if (location.named) nullables.add(location.pointer);
      return nullable(ref);
    },
    finish: () => ({
      drafts: sorted(drafts.values(), (a, b) => location(a) - location(b)),
      nullables,
    }),
  };
}

/** True for a type that reads better, or only works, with a name. */
export function deservesName(type: Type): boolean {
  const { core } = splitNull(type);
  switch (core.kind) {
    case "object":
      return core.fields.length > 0;
    case "enum":
    case "intersection":
      return true;
    case "union":
      return core.discriminator !== undefined || core.variants.some((item) => !isPlain(item.type));
    default:
      return false;
  }
}

function isPlain(type: Type): boolean {
  return !["ref", "object", "array", "tuple", "union", "intersection", "enum"].includes(type.kind);
}

function draftOf(type: Type, location: SchemaLocation, docs: Docs): ModelDraft {
  const { pointer, name, home } = location;
  return { pointer, suggestedName: name, home, type, docs };
}
