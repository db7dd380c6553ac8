/** The models of a document as they are found. */
import type { Place } from "./place.js";
import { sorted } from "./sorted.js";
import type { Docs, Model, Pointer, Type } from "./types.js";
import { nullable, splitNull } from "./types-of.js";

/** A model before it is known where it is used and what it reaches. */
export type Draft = Omit<Model, "usedIn" | "splits" | "recursive">;

/** Collects drafts; a place has one model however often it is visited. */
export interface Registry {
  readonly has: (pointer: Pointer) => boolean;
  /** Keeps the place of the models inside in the order of the document: owners come before what they own. */
  readonly reserve: (pointer: Pointer) => void;
  /** Makes a model of the type, without its null. */
  readonly add: (type: Type, place: Place, docs: Docs) => Type;
  /** The drafts in document order, and the pointers of those that admit null wherever they are referred to. */
  readonly finish: () => {
    readonly drafts: readonly Draft[];
    readonly nullables: ReadonlySet<Pointer>;
  };
}

/** An empty registry. */
export function registry(): Registry {
  const order = new Map<Pointer, number>();
  const drafts = new Map<Pointer, Draft>();
  const nullables = new Set<Pointer>();
  const place = ({ pointer }: Draft): number => order.get(pointer) ?? 0;
  const reserve = (pointer: Pointer): void => {
    if (!order.has(pointer)) order.set(pointer, order.size);
  };
  return {
    has: (pointer) => drafts.has(pointer),
    reserve,
    add: (type, place, docs) => {
      reserve(place.pointer);
      const { core, admitsNull } = splitNull(type);
      const ref: Type = { kind: "ref", to: place.pointer };
      if (!drafts.has(place.pointer)) drafts.set(place.pointer, draftOf(core, place, docs));
      if (!admitsNull) return ref;
      if (place.named) nullables.add(place.pointer);
      return nullable(ref);
    },
    finish: () => ({
      drafts: sorted(drafts.values(), (a, b) => place(a) - place(b)),
      nullables,
    }),
  };
}

/** True for a type that reads better, or works only, under a name of its own. */
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

function draftOf(type: Type, place: Place, docs: Docs): Draft {
  const { pointer, name, home, operation } = place;
  return {
    pointer,
    suggestedName: name,
    home,
    ...(operation !== undefined && { operation }),
    type,
    docs,
  };
}
