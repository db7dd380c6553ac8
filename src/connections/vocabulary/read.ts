/**
 * Reads responses of platforms for the unified API. The types of a platform's SDK say what its
 * document declares; a response that was decoded leniently can hold anything in the place of any
 * member. A connection is kept whatever is wrong with it, so nothing here throws.
 */
import type { ConnectionParty } from "./connection.js";

/** The members of a type, each of them absent or of any type. */
export type Unchecked<T> = { readonly [K in T extends unknown ? keyof T : never]?: unknown };

/** The members of a value; none if it is not an object. */
export function membersOf<T>(value: T): Unchecked<T> {
  return Object(value) as Unchecked<T>; // any member of any object is unknown
}

/** A list; empty if the value is not one. */
export function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}

/** A string, or a number as one; `undefined` for any other value. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? `${value}` : undefined;
}

/** A valid date; `undefined` for any other value. */
export function dateOf(value: unknown): Date | undefined {
  return value instanceof Date ? value : undefined;
}

/** An object with members; `undefined` for any other value. */
export function recordOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** A customer or a person; `undefined` without an id. */
export function partyOf(ref: unknown, name?: unknown): ConnectionParty | undefined {
  const id = stringOf(ref);
  return id === undefined ? undefined : { ref: id, name: stringOf(name) };
}
