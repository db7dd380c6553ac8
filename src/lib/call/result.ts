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
