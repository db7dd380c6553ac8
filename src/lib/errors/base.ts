/**
 * The base class of every error that this SDK returns or throws. `name` is a literal type in each
 * class, so `switch (error.name)` narrows and can be exhaustive.
 */
export abstract class SDKError extends Error {
  abstract override readonly name: string;
  /**
   * Whether making the same call again can help and cannot do the work twice. Always `false` for a
   * call that is not idempotent and may have reached the server.
   */
  readonly retryable: boolean = false;

  /**
   * The enumerable members and the message. Without it, test runners would print hidden members.
   */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/**
 * Defines members that can be read but are left out when the object is logged, inspected or
 * converted to JSON, because they may hold keys, tokens or personal data. They are getters: Node
 * prints the `cause` of an error even if it is not enumerable, but never calls a getter.
 */
export function hide(target: object, members: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(members))
    Object.defineProperty(target, key, { get: () => value, configurable: true });
}

/** `instanceof` that never throws. With a proxy on its left side, the operator itself can. */
export function isA<T>(thrown: unknown, kind: abstract new (...args: never[]) => T): thrown is T {
  try {
    return thrown instanceof kind;
  } catch {
    return false;
  }
}

/**
 * The message of anything that was thrown. Never throws, whatever its getters and `toString` do.
 */
export function messageOf(thrown: unknown): string {
  try {
    // By shape: errors of another realm are not instances of our `Error`.
    const { message, name } = Object(thrown) as { message?: unknown; name?: unknown };
    return `${message || name || (typeof thrown === "string" ? thrown : `thrown ${typeof thrown}`)}`;
  } catch {
    return "unreadable error";
  }
}

/**
 * The innermost cause of a network error. `fetch` wraps it: the system's error code, or a message
 * that says more than "fetch failed".
 */
export function rootCause(thrown: unknown, depth = 5): readonly [message: string, code?: string] {
  try {
    const { code, cause, errors } = Object(thrown) as Record<string, unknown>;
    if (typeof code === "string") return [code, code];
    const inner = cause ?? (errors as unknown[] | undefined)?.[0];
    if (depth > 0 && inner) return rootCause(inner, depth - 1);
  } catch {
    // Its members cannot be read; its message may be.
  }
  return [messageOf(thrown)];
}
