import type { Operation } from "./context.js";
import { list, listCompanies } from "./list.js";
import { create, get, remove, unlink, updateAuthorization } from "./operations.js";

interface Route {
  readonly pattern: RegExp;
  readonly methods: Readonly<Record<string, Operation>>;
}

const routes: readonly Route[] = [
  { pattern: /^\/companies$/, methods: { GET: listCompanies } },
  { pattern: /^\/companies\/([^/]+)\/connections$/, methods: { GET: list, POST: create } },
  {
    pattern: /^\/companies\/([^/]+)\/connections\/([^/]+)$/,
    methods: { GET: get, PATCH: unlink, DELETE: remove },
  },
  {
    pattern: /^\/companies\/([^/]+)\/connections\/([^/]+)\/authorization$/,
    methods: { PUT: updateAuthorization },
  },
];

/** The route of a request: its operation, or the methods that its path allows, or nothing. */
export type RouteMatch =
  | {
      readonly operation: Operation;
      /** The company of the path. `undefined` if the path has none. */
      readonly companyId: string | undefined;
      readonly connectionId: string;
    }
  | { readonly allow: readonly string[] }
  | undefined;

/** Finds the operation of a request. Ids are not decoded, because UUIDs are never encoded. */
export function matchRoute(method: string, path: string): RouteMatch {
  for (const { pattern, methods } of routes) {
    const match = pattern.exec(path);
    if (!match) continue;
    const [, companyId, connectionId = ""] = match;
    const operation = methods[method];
    return operation ? { operation, companyId, connectionId } : { allow: Object.keys(methods) };
  }
  return undefined;
}
