/** Names that have to differ from each other. */

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
  return {
    claim: (wanted, ...alternatives) => {
      const name = [wanted, ...alternatives].find(isFree) ?? numbered(wanted, isFree);
      used.add(key(name));
      return name;
    },
  };
}

function numbered(wanted: string, isFree: (name: string) => boolean): string {
  const stem = /\p{Nd}$/u.test(wanted) ? `${wanted}_` : wanted;
  for (let number = 2; ; number++) {
    const name = `${stem}${number}`;
    if (isFree(name)) return name;
  }
}
