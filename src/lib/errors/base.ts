import type { ErrorKind } from "./kind.js";

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

  /** What an error response means; `undefined` for an error without a response. */
  declare readonly kind?: ErrorKind;

  /** @internal The name of the class in all copies. Minifiers change the built-in one. */
  static get _name(): string {
    return "SDKError";
  }

  /** @internal The same for all copies of the package, such as its ESM and CommonJS builds. */
  static get _brand(): symbol {
    return Symbol.for("connections-sdk");
  }

  /** `instanceof` that also recognizes the errors of other copies of this package. */
  static override [Symbol.hasInstance](this: { readonly _name: string }, value: unknown): boolean {
    if (isInstance(this, value)) return true;
    // Subclasses of users have no name of their own, and within this copy names may recur.
    if (!Object.hasOwn(this, "_name") || isInstance(SDKError, value)) return false;
    let type = (Object(value) as { constructor?: typeof SDKError }).constructor;
    for (; type?._brand === SDKError._brand; type = Object.getPrototypeOf(type) as typeof SDKError)
      if (type._name === this._name) return true;
    return false;
  }

  /**
   * The enumerable members and the message. Without it, test runners would print hidden members.
   */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

function isInstance(type: object, value: unknown): boolean {
  return Function.prototype[Symbol.hasInstance].call(type as typeof SDKError, value);
}

/**
 * Defines members that can be read but are left out when the object is logged, inspected or
 * converted to JSON, because they may hold keys, tokens or personal data. They are getters, which
 * no runtime calls to print an error, except for `cause`.
 */
export function hide(target: object, members: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(members)) {
    if (key === "cause") hideCause(target, value);
    else Object.defineProperty(target, key, { get: () => value, configurable: true });
  }
}

/** The causes of errors. */
const causes = /* @__PURE__ */ new WeakMap<object, unknown>();

/**
 * Sets a `cause` that is not printed. Bun prints an own `cause` even if it is a getter, Node 20 and
 * `console.log` of Deno print an inherited one, and Deno prints any if an error ends the program.
 * All of them ask first whether there is one. So it is inherited from a proxy that says no, behind
 * the prototypes of our classes, where runtimes look for the name of the class.
 */
function hideCause(error: object, cause: unknown): void {
  causes.set(error, cause);
  const { prototype } = SDKError;
  // On first use, so that importing the module changes nothing.
  if (Object.getPrototypeOf(prototype) !== Error.prototype) return;
  const inherited = Object.create(Error.prototype, {
    cause: {
      get(this: object) {
        return causes.get(this);
      },
      configurable: true, // or a proxy must not deny it
    },
  }) as object;
  Object.setPrototypeOf(
    prototype,
    new Proxy(inherited, { has: (from, key) => key !== "cause" && key in from }),
  );
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
 * that says more than "fetch failed". With the system call that failed, if there was one.
 */
export function rootCause(
  thrown: unknown,
  depth = 5,
): readonly [message: string, code?: string, syscall?: unknown] {
  try {
    const { code, cause, errors, syscall } = Object(thrown) as Record<string, unknown>;
    if (typeof code === "string") return [code, code, syscall];
    const inner = cause ?? (errors as unknown[] | undefined)?.[0];
    if (depth > 0 && inner) return rootCause(inner, depth - 1);
  } catch {
    // Its members cannot be read; its message may be.
  }
  return [messageOf(thrown)];
}
