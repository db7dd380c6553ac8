import type { APIPromise } from "./promise.js";

/**
 * What a standalone function returns: the value, or the error as data. A plain object, so it can be compared, logged and passed
 * on.
 *
 * @example
 * const res = await connectionsGet(core, { projectIdOrName: "my-project", connectionId: "c-1" });
 * if (!res.ok) throw res.error;
 * console.log(res.value.status);
 */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Makes a successful {@link Result}. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Makes a failed {@link Result}. */
export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}

/** Turns the promise of a {@link Result} into a promise of its value that rejects with its error. This is how functions become methods. */
export function unwrap<T>(promised: APIPromise<Result<T, unknown>>): Promise<T>; // spares the compiler a look at `then`
export function unwrap<T>(promised: PromiseLike<Result<T, unknown>>): Promise<T>;
export async function unwrap<T>(promised: PromiseLike<Result<T, unknown>>): Promise<T> {
  const result = await promised;
  if (result.ok) return result.value;
  throw result.error;
}
