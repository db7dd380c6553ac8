/**
 * Following `$ref` inside one document. Every function is total: a ref that leads nowhere, to itself, or through
 * something that is not an object gives `undefined`, never an exception.
 */
import { isObject, member } from "./json.js";
import { type Pointer, parsePointer, refToPointer } from "./pointer.js";
import type { Document, ReferenceObject } from "./types.js";

/** A value with the place where it was found, which is its identity. */
export interface Located<T> {
  readonly value: T;
  readonly pointer: Pointer;
}

/** True for an object that refers to another one. Schemas carry `$ref` themselves, among other keywords. */
export function isReference(value: unknown): value is ReferenceObject {
  return isObject(value) && typeof member(value, "$ref") === "string";
}

/**
 * The value at a pointer. Where a name on the way is missing because its parent is a `$ref`, the search goes on in
 * what that refers to, as tools in this field do (`#/components/schemas/A/properties/b` with A being a ref).
 */
export function at(document: Document, pointer: Pointer): unknown {
  return walk(document, pointer, 0);
}

/** What a ref (`#/...`) or chain of refs ends at. `undefined` where it leads nowhere or in a circle. */
export function resolve<T = unknown>(document: Document, ref: string): Located<T> | undefined {
  const pointer = refToPointer(ref);
  return pointer === undefined ? undefined : chase<T>(document, pointer);
}

/**
 * The value itself, or what it refers to. A `summary` or `description` beside the `$ref` of a parameter, response,
 * header, ... overrides the one of the target (OpenAPI 3.1 section 4.8.23); the pointer is that of the target.
 */
export function deref<T extends object>(
  document: Document,
  value: T | ReferenceObject,
  pointer: Pointer,
): Located<T> | undefined {
  // A value that is no reference is a T: the caller's type says that it is one or the other.
  if (!isReference(value)) return { value: value as T, pointer };
  const found = resolve<T>(document, value.$ref);
  return found && { ...found, value: withOwnWords(found.value, value) };
}

function withOwnWords<T>(target: T, reference: ReferenceObject): T {
  const { summary, description } = reference;
  if (summary === undefined && description === undefined) return target;
  return {
    ...target,
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
  };
}

function chase<T>(document: Document, start: Pointer): Located<T> | undefined {
  const seen = new Set<Pointer>();
  for (let pointer: Pointer | undefined = start; pointer !== undefined && !seen.has(pointer);) {
    seen.add(pointer);
    const value = walk(document, pointer, 0);
    if (value === undefined) return undefined;
    // The kind of the target is the caller's claim; `check` has verified it before the model stage reads anything.
    if (!isBareReference(value)) return { value: value as T, pointer };
    pointer = refToPointer(value.$ref);
  }
  return undefined;
}

/** A `$ref` with other keywords beside it is a schema that adds something, so it is an end of the chain. */
function isBareReference(value: unknown): value is ReferenceObject {
  return isReference(value) && Object.keys(value).every((key) => WORDS.has(key));
}

const WORDS: ReadonlySet<string> = new Set(["$ref", "summary", "description"]);

const HOPS = 32;

function walk(document: Document, pointer: Pointer, hops: number): unknown {
  let value: unknown = document;
  for (const token of parsePointer(pointer)) {
    value = step(document, value, token, hops);
    if (value === undefined) return undefined;
  }
  return value;
}

function step(document: Document, value: unknown, token: string, hops: number): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (Object.hasOwn(value, token)) return Reflect.get(value, token);
  if (!isReference(value) || hops >= HOPS) return undefined;
  const pointer = refToPointer(value.$ref);
  if (pointer === undefined) return undefined;
  const target = walk(document, pointer, hops + 1);
  return step(document, target, token, hops + 1);
}
