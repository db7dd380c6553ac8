import { json } from "../../messages.js";
import { type Operation, queryOf } from "../context.js";
import { listQuery } from "../schemas.js";
import type { NangoStoredConnection } from "../state.js";
import { connectionSummary } from "../view.js";
import type { NangoWireListQuery } from "../wire.js";

/** The page size without a limit. */
const DEFAULT_LIMIT = 10_000;

/** `GET /connections`: newest first. */
export const list: Operation = {
  scopes: ["list", "list_credentials"],
  handle(context) {
    const query = queryOf(context, listQuery);
    // The server's database takes whole numbers only, and cuts off the rest.
    const limit = Math.trunc(query.limit ?? DEFAULT_LIMIT);
    const start = Math.trunc((query.page ?? 0) * (query.limit ?? DEFAULT_LIMIT));
    const found = newestFirst(context.state.connections).filter(matches(query));
    return json(200, {
      connections: found.slice(start, start + limit).map(connectionSummary),
    });
  },
};

function matches(query: NangoWireListQuery): (one: NangoStoredConnection) => boolean {
  const integrations = query.integrationId?.split(",").map((one) => one.trim());
  const tags = Object.entries(query.tags ?? {});
  const pattern = query.search === undefined ? undefined : like(query.search);
  return ({ connection_id, provider_config_key, end_user, ...one }) =>
    wants(query.connectionId, connection_id) &&
    wants(query.endUserId, end_user?.id) &&
    wants(query.endUserOrganizationId, end_user?.organization?.id) &&
    (integrations?.includes(provider_config_key) ?? true) &&
    tags.every(([name, value]) => one.tags[name] === value) &&
    (pattern === undefined ||
      [connection_id, end_user?.display_name, end_user?.email].some(
        (word) => typeof word === "string" && pattern.test(word),
      ));
}

function wants(filter: string | undefined, value: string | undefined): boolean {
  return filter === undefined || filter === value;
}

/** A pattern of SQL's ILIKE with anything before and after it: `%` and `_` are wildcards. */
function like(search: string): RegExp {
  const source = search.replaceAll(/[.*+?^${}()|[\]\\%_]/g, (character) =>
    character === "%" ? ".*" : character === "_" ? "." : `\\${character}`,
  );
  return new RegExp(source, "is");
}

/** The state has the oldest connection first. */
function newestFirst<T>(items: readonly T[]): T[] {
  return items.map((_, index) => items[items.length - 1 - index] as T); // within the list
}
