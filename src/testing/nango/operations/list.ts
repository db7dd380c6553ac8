import { json } from "../../messages.js";
import type { Context, Operation } from "../context.js";
import { errorResponse } from "../errors.js";
import type { NangoStoredConnection } from "../state.js";
import { connectionSummary } from "../view.js";

/** The page size without a limit. */
const DEFAULT_LIMIT = 10_000;

/** `GET /connections`: newest first. */
export const list: Operation = {
  scope: "list",
  query: [
    "connectionId",
    "search",
    "integrationId",
    "endUserId",
    "endUserOrganizationId",
    "tags",
    "limit",
    "page",
  ],
  handle(context) {
    const { query } = context.request;
    const limit = Number(query.get("limit") ?? DEFAULT_LIMIT);
    const page = Number(query.get("page") ?? 0);
    const wrong = [
      ...(query.has("limit") && !(limit >= 1 && limit <= 2000) ? ["limit"] : []),
      ...(page >= 0 ? [] : ["page"]),
      ...[...query].flatMap(([key, value]) => (value === "" ? [key] : [])),
    ];
    if (wrong.length > 0) {
      const errors = wrong.map((key) => ({
        code: "invalid",
        message: "Out of range",
        path: [key],
      }));
      return errorResponse(400, "invalid_query_params", { errors });
    }
    const found = newestFirst(
      context.state.connections.filter((one) => matchesFilters(context, one)),
    );
    const part = found.slice(page * limit, (page + 1) * limit);
    return json(200, { connections: part.map(connectionSummary) });
  },
};

function matchesFilters({ request: { query } }: Context, one: NangoStoredConnection): boolean {
  const wants = (name: string, value: string | undefined): boolean =>
    !query.has(name) || query.get(name) === value;
  const { connection_id, end_user } = one;
  const words = [connection_id, end_user?.display_name, end_user?.email];
  const search = query.get("search")?.toLowerCase() ?? "";
  return (
    wants("connectionId", connection_id) &&
    wants("endUserId", end_user?.id) &&
    wants("endUserOrganizationId", end_user?.organization?.id) &&
    (query.get("integrationId")?.split(",").includes(one.provider_config_key) ?? true) &&
    words.some((word) => word?.toLowerCase().includes(search)) &&
    [...query].every(([key, value]) => {
      const tag = /^tags\[(.+)\]$/.exec(key)?.[1];
      return tag === undefined || one.tags[tag.toLowerCase()] === value;
    })
  );
}

/** The state has the oldest connection first. */
function newestFirst<T>(items: readonly T[]): T[] {
  return items.map((_, index) => items[items.length - 1 - index] as T); // within the list
}
