/** What every error of this SDK is. `name` is a literal in each class, so `switch (error.name)` narrows and is exhaustive. */
export abstract class SDKError extends Error {
  abstract override readonly name: string;
}

/**
 * Sets members that are there to be read but do not show when the error is logged, inspected or turned into JSON: they may
 * hold keys, tokens or what a customer typed.
 */
export function hide(target: object, members: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(members)) {
    Object.defineProperty(target, key, {
      value,
      enumerable: false,
      configurable: true,
      writable: true,
    });
  }
}

/** The words of anything that was thrown; never fails, whatever `toString` or `message` do. */
export function textOf(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return `${thrown.message}` || thrown.name;
    return typeof thrown === "string" ? thrown : `a thrown ${typeof thrown}`;
  } catch {
    return "an error that cannot be read";
  }
}
