import type { Operation } from "./context.js";
import { create } from "./operations/create.js";
import { remove } from "./operations/delete.js";
import { getActiveConnectors } from "./operations/get-active-connectors.js";
import { getJob } from "./operations/get-job.js";
import { get } from "./operations/get.js";
import { list } from "./operations/list.js";
import { update } from "./operations/update.js";

interface Route {
  readonly pattern: RegExp;
  readonly methods: Readonly<Record<string, Operation>>;
}

const connections = String.raw`^/workspaces/(?<workspace_id>[^/]+)/projects/(?<project_id>[^/]+)/connectors/(?<connector_key>[^/]+)/connections`;

const routes: readonly Route[] = [
  { pattern: new RegExp(`${connections}$`), methods: { GET: list, POST: create } },
  {
    pattern: new RegExp(`${connections}/(?<connection_key>[^/]+)$`),
    methods: { GET: get, PATCH: update, DELETE: remove },
  },
  {
    pattern: /^\/workspaces\/(?<workspace_id>[^/]+)\/active_connectors$/,
    methods: { GET: getActiveConnectors },
  },
  { pattern: /^\/jobs\/(?<job_id>[^/]+)$/, methods: { GET: getJob } },
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
