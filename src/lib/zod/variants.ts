import type { Conversion } from "./conversion.js";

/** The schemas of values that a union does not know, by what `unknownVariant` made. */
const unknownVariants = new WeakSet<object>();

/**
 * The schemas of the base of a union, for values whose tag the union does not know, and whether
 * they can lack the tag.
 */
const unknownSubtypes = new WeakMap<object, boolean>();

/** How the variants of a union are told apart. */
export interface Tags<Schema> {
  /** The name on the wire of the member that tells them apart. */
  readonly wire: string;
  /** Its name in the SDK. */
  readonly tag: string;
  /** The variants by the values of that member. */
  readonly variants: Readonly<Record<string, Schema>>;
}

const unions = new WeakMap<object, Tags<unknown>>();

/** Remembers how the variants of a union are told apart. Returns the schema of the union. */
export function withTags<T extends object>(schema: T, tags: Tags<unknown>): T {
  unions.set(schema, tags);
  return schema;
}

/** What {@link withTags} was given. */
export function tagsOf(schema: object): Tags<unknown> | undefined {
  return unions.get(schema);
}

/** Marks the schema of what a union does not know. Returns it. */
export function asUnknownVariant<T extends object>(schema: T): T {
  unknownVariants.add(schema);
  return schema;
}

/** Marks the schema of a base, for values whose tag the union does not know. Returns it. */
export function asUnknownSubtype<T extends object>(schema: T, isOptional: boolean): T {
  unknownSubtypes.set(schema, isOptional);
  return schema;
}

/** Whether a schema is that of values that its union does not know. */
export function isUnknownVariant(schema: object): boolean {
  return unknownVariants.has(schema);
}

/** Whether values can lack the tag, for the schema of the base of its union. */
export function isTagOptional(schema: object): boolean | undefined {
  return unknownSubtypes.get(schema);
}

/**
 * A value that a union does not know: kept unchanged under `raw`, and sent back as it was.
 *
 * @param tag - The discriminator, whose value is `"UNKNOWN"`.
 */
export function wrapped<Value extends { readonly raw: unknown }>(
  tag: string | undefined,
): Conversion<unknown, Value> {
  const marks = { ...(tag !== undefined && { [tag]: "UNKNOWN" }), isUnknown: true };
  return {
    decode: (raw) => ({ ...marks, raw }) as unknown as Value, // these are its members
    encode: ({ raw }) => raw,
  };
}
