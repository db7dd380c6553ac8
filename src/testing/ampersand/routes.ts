import type { Operation } from "./context.js";
import { customAuthConnect } from "./operations/custom-auth-connect.js";
import { remove } from "./operations/delete.js";
import { generate } from "./operations/generate.js";
import { get } from "./operations/get.js";
import { list } from "./operations/list.js";
import { oauthUpdate } from "./operations/oauth-update.js";
import { update } from "./operations/update.js";

interface Route {
  readonly pattern: RegExp;
  readonly methods: Readonly<Record<string, Operation>>;
}

/** Literal colons part a resource from what is done with it; a colon inside an id travels as `%3A`. */
const routes: readonly Route[] = [
  { pattern: /^\/custom-auth\/connect$/, methods: { POST: customAuthConnect } },
  {
    pattern: /^\/projects\/(?<projectIdOrName>[^/]+)\/connections:generate$/,
    methods: { POST: generate },
  },
  { pattern: /^\/projects\/(?<projectIdOrName>[^/]+)\/connections$/, methods: { GET: list } },
  {
    pattern:
      /^\/projects\/(?<projectIdOrName>[^/]+)\/connections\/(?<connectionId>[^/:]+):oauth-update$/,
    methods: { PATCH: oauthUpdate },
  },
  {
    pattern: /^\/projects\/(?<projectIdOrName>[^/]+)\/connections\/(?<connectionId>[^/:]+)$/,
    methods: { GET: get, PATCH: update, DELETE: remove },
  },
];

/** What a method and a path lead to: an operation, the methods that the path has instead, or nothing. */
export type Destination =
  | { readonly operation: Operation; readonly path: Readonly<Record<string, string>> }
  | { readonly allow: readonly string[] }
  | undefined;

/** Finds the operation of a request; parameters come back decoded. A path that cannot be decoded leads nowhere. */
export function route(method: string, path: string): Destination {
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
