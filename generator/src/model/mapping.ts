/** The `mapping` of a discriminator. OpenAPI 3.1, section 4.8.25.3. */
import { append, lastToken, pointerToRef, refToPointer } from "../document/pointer.js";
import { valueAt } from "../document/refs.js";
import type { DiscriminatorObject, Document } from "../document/types.js";
import { endOf, entriesOf, isSchema } from "./keywords.js";
import type { Pointer } from "./types.js";

/** A value of a discriminator, and the schema that it selects, through aliases. */
export type MappingEntry = readonly [value: string, pointer: Pointer];

/** The entries of a mapping. Those that lead nowhere are left out. */
export function mappingOf(
  document: Document,
  { mapping }: DiscriminatorObject,
): readonly MappingEntry[] {
  return entriesOf(mapping).flatMap(([value, ref]): readonly MappingEntry[] => {
    const pointer = typeof ref === "string" ? mappedTo(document, ref) : undefined;
    return pointer === undefined ? [] : [[value, pointer]];
  });
}

/** The values of a mapping are refs, or by an old convention the names of components. */
function mappedTo(document: Document, ref: string): Pointer | undefined {
  const named = append("/components/schemas", ref);
  const pointer = isSchema(valueAt(document, named)) ? named : refToPointer(ref);
  if (pointer === undefined) return undefined;
  return endOf(document, { $ref: pointerToRef(pointer) });
}

/**
 * The value that selects a component if neither a mapping nor a constant says so: its name. If the
 * property has certain values, the one that is spelled alike.
 */
export function implicitValue(
  pointer: Pointer,
  allowed: readonly string[] = [],
): string | undefined {
  const name = lastToken(pointer);
  if (allowed.length === 0 || allowed.includes(name)) return name;
  return allowed.find((value) => letters(value) === letters(name));
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
