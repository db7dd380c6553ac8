/** The operations of a platform at one kind of path. */
export interface Route<Operation> {
  /** Its named groups are the parameters. */
  readonly pattern: RegExp;
  /** By HTTP method. */
  readonly methods: Readonly<Record<string, Operation>>;
}

/** What a method and a path lead to: an operation, the methods that the path has instead, or nothing. */
export type Destination<Operation> =
  | { readonly operation: Operation; readonly path: Readonly<Record<string, string>> }
  | { readonly allow: readonly string[] }
  | undefined;

/** Finds the operation of a request; parameters come back decoded. A path that cannot be decoded leads nowhere. */
export function follow<Operation>(
  routes: readonly Route<Operation>[],
  method: string,
  path: string,
): Destination<Operation> {
  for (const { pattern, methods } of routes) {
    const match = pattern.exec(path);
    if (!match) continue;
    const operation = methods[method];
    if (!operation) return { allow: Object.keys(methods) };
    const values = decodeAll(match.groups ?? {});
    return values && { operation, path: values };
  }
  return undefined;
}

function decodeAll(values: Record<string, string>): Record<string, string> | undefined {
  try {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return undefined;
  }
}
