import type { APIPromise } from "./promise.js";

/**
 * The result of a standalone function: its value, or the error as data. A plain object that you can
 * compare, log and pass on.
 *
 * @example
 * const res = await connectionsGet(core, { projectIdOrName: "my-project", connectionId: "c-1" });
 * if (!res.ok) throw res.error;
 * console.log(res.value.status);
 */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Creates a successful {@link Result}. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Creates a failed {@link Result}. */
export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}

/**
 * Turns the promise of a {@link Result} into a promise that resolves to its value or rejects with
 * its error. Methods are made from standalone functions this way.
 */
// The first overload spares the compiler from comparing `then`.
export function unwrap<T>(promise: APIPromise<Result<T, unknown>>): Promise<T>;
export function unwrap<T>(promise: PromiseLike<Result<T, unknown>>): Promise<T>;
export async function unwrap<T>(promise: PromiseLike<Result<T, unknown>>): Promise<T> {
  const result = await promise;
  if (result.ok) return result.value;
  throw result.error;
}
