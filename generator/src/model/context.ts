/** What the rules of the schema model share while one document is read. */
import type { Report } from "../diagnostics/collector.js";
import type { Document, Schema, SchemaObject } from "../document/types.js";
import type { Place } from "./place.js";
import type { Docs, Pointer, Type } from "./types.js";

/** A schema with its place. */
export interface Mention {
  readonly schema: Schema;
  readonly place: Place;
}

/** One with keywords, of those that are brought together. */
export interface Part extends Mention {
  readonly schema: SchemaObject;
}

export interface Context {
  readonly document: Document;
  readonly report: Report;
  /** The type of a schema; what deserves a name becomes a model, and the type a reference to it. */
  readonly typeOf: (schema: Schema, place: Place) => Type;
  /** The type of a schema without giving it a name, for a place that belongs to a larger schema. */
  readonly bareType: (schema: Schema, place: Place) => Type;
  /** The same for a schema that was put together from others, so that it is not inspected twice. */
  readonly applyRules: (schema: SchemaObject, place: Place) => Type;
  /** The type of what satisfies every part, as the members of `allOf` must be; `place` is the whole. */
  readonly mergeParts: (parts: readonly Part[], place: Place) => Type;
  /** Turns a type that deserves a name into a model. */
  readonly hoist: (type: Type, place: Place, docs: Docs) => Type;
  /**
   * Makes the type of a place and hoists it. A schema that is merged with itself is met again while its type is being made: then
   * the answer is a reference to what comes of it, and that becomes a model whatever it is. What is met again later has the type
   * that it has already: on every level there may be several ways to the next, so that all of them together are without number.
   *
   * @param parts - Which schemas the type is made of.
   */
  readonly within: (
    parts: readonly Mention[],
    place: Place,
    docs: () => Docs,
    make: () => Type,
  ) => Type;
  /** Asks for a model at a pointer that is referred to, wherever it is. */
  readonly need: (pointer: Pointer) => void;
}
