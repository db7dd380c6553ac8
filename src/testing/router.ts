/** The operations of a platform at one path. */
export interface Route<Operation> {
  /** Matches the path. Its named groups are the path parameters. */
  readonly pattern: RegExp;
  /** The operations by HTTP method. */
  readonly methods: Readonly<Record<string, Operation>>;
}

/** The route of a request: its operation, or the methods that its path allows, or nothing. */
export type RouteMatch<Operation> =
  | { readonly operation: Operation; readonly path: Readonly<Record<string, string>> }
  | { readonly allow: readonly string[] }
  | undefined;

/**
 * Finds the operation of a request, with its decoded path parameters. A path that cannot be decoded
 * has none.
 */
export function matchRoute<Operation>(
  routes: readonly Route<Operation>[],
  method: string,
  path: string,
): RouteMatch<Operation> {
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
