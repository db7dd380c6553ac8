/** Names that have to differ from each other. */
import { DEVICES } from "../strings/device-names.js";

/** Gives names out, each once. */
export interface Scope {
  /**
   * The wanted name, else the first free one of the alternatives, else the wanted one with the lowest free number.
   * Whoever comes first keeps the plain name, so names are claimed in the order of the document.
   */
  readonly claim: (wanted: string, ...alternatives: readonly string[]) => string;
}

/** A new scope in which some names are taken. In a scope of files names that differ in case alone are the same. */
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
    // Lower numbers have been tried before, and no name becomes free again.
    let number = numbers.get(stem) ?? 2;
    while (!isFree(`${stem}${number}`)) number++;
    numbers.set(stem, number);
    return `${stem}${number}`;
  };
  return {
    claim: (wanted, ...alternatives) => {
      const name = [wanted, ...alternatives].find(isFree) ?? numbered(wanted);
      used.add(key(name));
      return name;
    },
  };
}

/**
 * A scope of file names without extensions. Names that Windows keeps for devices are taken, whatever their extension, and
 * so is `index`.
 */
export function fileScope(taken: Iterable<string> = []): Scope {
  return scope(["index", ...DEVICES, ...taken], { ignoreCase: true });
}
