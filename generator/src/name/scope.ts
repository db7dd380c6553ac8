/** Scopes: sets of names that must differ from each other. */
import { DEVICES } from "../strings/device-names.js";

/** Assigns each name once. */
export interface Scope {
  /**
   * Returns the wanted name, or the first free alternative, or the wanted name with the lowest free
   * number. The first claim keeps the plain name, so claim names in document order.
   */
  readonly claim: (wanted: string, ...alternatives: readonly string[]) => string;
  /** True if nothing has the name yet. */
  readonly isFree: (name: string) => boolean;
}

/**
 * A scope in which some names are taken. With `ignoreCase`, names that differ only in case are the
 * same.
 */
export function scope(
  taken: Iterable<string> = [],
  options: { readonly ignoreCase?: boolean } = {},
): Scope {
  const key = (name: string): string => (options.ignoreCase === true ? name.toLowerCase() : name);
  const used = new Set([...taken].map(key));
  const isFree = (name: string): boolean => !used.has(key(name));
  const numbers = new Map<string, number>();
  const numbered = (wanted: string): string => {
    const stem = /\p{Nd}$/u.test(wanted) ? `${wanted}_` : wanted;
    // Lower numbers have been tried before, and names never become free again.
    let number = numbers.get(stem) ?? 2;
    while (!isFree(`${stem}${number}`)) number++;
    numbers.set(stem, number);
    return `${stem}${number}`;
  };
  return {
    isFree,
    claim: (wanted, ...alternatives) => {
      const name = [wanted, ...alternatives].find(isFree) ?? numbered(wanted);
      used.add(key(name));
      return name;
    },
  };
}

/**
 * A scope of file names without extensions. `index` and the names that Windows reserves for devices
 * are taken.
 */
export function fileScope(taken: Iterable<string> = []): Scope {
  return scope(["index", ...DEVICES, ...taken], { ignoreCase: true });
}
