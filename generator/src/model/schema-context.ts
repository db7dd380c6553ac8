import type { Report } from "../diagnostics/collector.js";
import type { Document, Schema, SchemaObject } from "../document/types.js";
import type { SchemaLocation } from "./schema-location.js";
import type { Subtypes } from "./subtypes.js";
import type { Docs, Pointer, Type } from "./types.js";

/** A schema and its location. */
export interface LocatedSchema {
  readonly schema: Schema;
  readonly location: SchemaLocation;
}

/** One of the schemas to merge. */
export interface SchemaPart extends LocatedSchema {
  readonly schema: SchemaObject;
}

/** One of the schemas to merge, and its own parts, after following refs and nested `allOf`. */
export interface TakenApart {
  readonly part: SchemaPart;
  readonly leaves: readonly SchemaPart[];
  /**
   * True if the part cannot be merged: it has more parts than can be followed, or stands for any of
   * its subtypes.
   */
  readonly staysWhole: boolean;
}

/** What the rules share while a document is read. */
export interface SchemaContext {
  readonly document: Document;
  readonly report: Report;
  /** Which schemas stand for those that extend them. */
  readonly subtypes: Subtypes;
  /**
   * The model of what the subtypes of a base have in common; `undefined` if they have nothing in
   * common but the discriminator.
   */
  readonly commonMembers: (base: Pointer) => Type | undefined;
  /**
   * The type of a schema. A type that deserves a name becomes a model, and the result is a
   * reference to it.
   */
  readonly typeOf: (schema: Schema, location: SchemaLocation) => Type;
  /** The type of a schema without a name, for a location in a larger schema. */
  readonly bareType: (schema: Schema, location: SchemaLocation) => Type;
  /** The same for a schema that was made from others, which are not inspected again. */
  readonly applyRules: (schema: SchemaObject, location: SchemaLocation) => Type;
  /**
   * The type of a value that satisfies every part, as for `allOf`. `location` is that of the whole.
   */
  readonly mergeParts: (parts: readonly SchemaPart[], location: SchemaLocation) => Type;
  /** Makes a type that deserves a name a model. */
  readonly hoist: (type: Type, location: SchemaLocation, docs: Docs) => Type;
  /**
   * Makes the type of a location, and a model if it deserves a name. A schema may meet itself while
   * it is merged: then the result is a reference to the type that is being made, which becomes a
   * model in any case. A schema that is met again later has the same type as before. Otherwise,
   * with several ways from level to level, the work would be endless.
   *
   * @param parts the schemas of which the type is made
   */
  readonly within: (
    parts: readonly LocatedSchema[],
    location: SchemaLocation,
    docs: () => Docs,
    make: () => Type,
  ) => Type;
  /** The parts of a schema, made once: many others may refer to it. */
  readonly partsOnce: (
    whole: SchemaPart,
    make: (whole: SchemaPart) => readonly SchemaPart[],
  ) => readonly SchemaPart[];
  /** Whether so many parts may be merged. A hostile document has more than fit into memory. */
  readonly canMerge: (parts: number) => boolean;
  /** Requests a model for a pointer that is referred to, anywhere in the document. */
  readonly need: (pointer: Pointer) => void;
}
