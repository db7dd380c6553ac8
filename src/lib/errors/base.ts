/** What every error of this SDK is. `name` is a literal in each class, so `switch (error.name)` narrows and is exhaustive. */
export abstract class SDKError extends Error {
  abstract override readonly name: string;

  /** What shows of the error, and its message. Without it test runners would print what is hidden too. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/**
 * Sets members that are there to be read but do not show when the error is logged, inspected or turned into JSON: they may
 * hold keys, tokens or what a customer typed. By getters, because Node shows the `cause` of an error even where it is not
 * enumerable, but calls no getter.
 */
export function hide(target: object, members: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(members))
    Object.defineProperty(target, key, { get: () => value, configurable: true });
}

/** `instanceof` for whatever can be thrown: a proxy may throw when it is asked. */
export function isA<T>(thrown: unknown, kind: abstract new (...args: never[]) => T): thrown is T {
  try {
    return thrown instanceof kind;
  } catch {
    return false;
  }
}

/** The words of anything that was thrown; never fails, whatever `toString` or `message` do. */
export function messageOf(thrown: unknown): string {
  try {
    // By shape: the errors of another realm are no instances of ours.
    const { message, name } = Object(thrown) as { message?: unknown; name?: unknown };
    return `${message || name || (typeof thrown === "string" ? thrown : `a thrown ${typeof thrown}`)}`;
  } catch {
    return "an error that cannot be read";
  }
}

/** What lies at the bottom of a network error, where `fetch` buries it: the system's code, or words that say more than "fetch failed". */
export function rootCause(thrown: unknown, depth = 5): readonly [text: string, code?: string] {
  try {
    const { code, cause, errors } = Object(thrown) as Record<string, unknown>;
    if (typeof code === "string") return [code, code];
    const inner = cause ?? (errors as unknown[] | undefined)?.[0];
    if (depth > 0 && inner) return rootCause(inner, depth - 1);
  } catch {
    // It cannot be read; its words may be.
  }
  return [messageOf(thrown)];
}
