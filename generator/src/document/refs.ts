/**
 * Resolves `$ref`s in a document. No function here throws: a ref that does not resolve, is
 * circular, or leads through something that is not an object gives `undefined`.
 */
import { isObject, member } from "./json.js";
import { type Pointer, parsePointer, refToPointer } from "./pointer.js";
import type { Document, ReferenceObject } from "./types.js";

/** A value and its pointer, which identifies it. */
export interface Located<T> {
  readonly value: T;
  readonly pointer: Pointer;
}

/** True for a reference object. Schemas may have `$ref` next to other keywords. */
export function isReference(value: unknown): value is ReferenceObject {
  return isObject(value) && typeof member(value, "$ref") === "string";
}

/**
 * The value at a pointer. If a token is missing because its parent is a `$ref`, the search
 * continues in the target, as in other tools (`#/components/schemas/A/properties/b` if A is a ref).
 */
export function valueAt(document: Document, pointer: Pointer): unknown {
  return walk(document, pointer, 0);
}

/**
 * The value at the end of a ref or chain of refs. `undefined` if there is none, or if the refs form
 * a cycle.
 */
export function resolve<T = unknown>(document: Document, ref: string): Located<T> | undefined {
  const pointer = refToPointer(ref);
  return pointer === undefined ? undefined : chase<T>(document, pointer);
}

/**
 * The value, or the target of a reference. A `summary` or `description` next to the `$ref`
 * overrides that of the target (OpenAPI 3.1 section 4.8.23). The pointer is that of the target.
 */
export function deref<T extends object>(
  document: Document,
  value: T | ReferenceObject,
  pointer: Pointer,
): Located<T> | undefined {
  // The caller's type says that a value that is not a reference is a T.
  if (!isReference(value)) return { value: value as T, pointer };
  const found = resolve<T>(document, value.$ref);
  return found && { ...found, value: withOwnDescription(found.value, value) };
}

function withOwnDescription<T>(target: T, reference: ReferenceObject): T {
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
    // The caller asserts the kind of the target, and `check` has verified it.
    if (!isBareReference(value)) return { value: value as T, pointer };
    pointer = refToPointer(value.$ref);
  }
  return undefined;
}

/** A `$ref` with other keywords next to it is a schema of its own, which ends the chain. */
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
