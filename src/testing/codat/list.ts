import { type EmulatedResponse, json } from "../messages.js";
import { type Context, toWire } from "./context.js";
import type { ValidationItem } from "./errors.js";
import type { WireConnection } from "./wire.js";

/** The largest page size. */
const MAX_PAGE_SIZE = 5000;

/**
 * `list-connections`: a page of a company's connections, with links to its neighbors relative to
 * the root of the API. `query` has no effect on connections, as the vendor's guides say. Neither
 * has an `orderBy` that names no member.
 */
export function list(context: Context): EmulatedResponse {
  const { request, companyId, errorResponse, state } = context;
  const page = numberOf(request.query, "page", 1, Number.MAX_SAFE_INTEGER);
  const size = numberOf(request.query, "pageSize", 100, MAX_PAGE_SIZE);
  const wrong = [page, size].filter((item) => typeof item === "object");
  if (typeof page === "object" || typeof size === "object") {
    return errorResponse(400, "The query did not pass validation.", wrong);
  }
  const found = sorted(
    state.connections.filter((connection) => connection.companyId === companyId).map(toWire),
    request.query.get("orderBy") ?? "",
  );
  const at = (number: number): { href: string } => ({ href: linkTo(context, number, size) });
  return json(200, {
    results: found.slice((page - 1) * size, page * size),
    pageNumber: page,
    pageSize: size,
    totalResults: found.length,
    _links: {
      self: { href: `/companies/${companyId}/connections` },
      current: at(page),
      ...(page * size < found.length && { next: at(page + 1) }),
      ...(page > 1 && { previous: at(page - 1) }),
    },
  });
}

function linkTo({ request, companyId }: Context, page: number, size: number): string {
  const query = new URLSearchParams(request.query);
  query.set("page", String(page));
  query.set("pageSize", String(size));
  return `/companies/${companyId}/connections?${query}`;
}

function numberOf(
  query: URLSearchParams,
  name: string,
  fallback: number,
  maximum: number,
): number | ValidationItem {
  const value = query.get(name);
  if (value === null) return fallback;
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= maximum) return number;
  return { itemId: name, message: `${name} must be from 1 to ${maximum}.`, validatorName: "Query" };
}

function sorted(connections: WireConnection[], orderBy: string): WireConnection[] {
  const name = orderBy.replace(/^-/, "");
  const key = (connection: WireConnection): string =>
    String(Object.entries(connection).find(([member]) => member === name)?.[1] ?? "");
  const sign = orderBy.startsWith("-") ? -1 : 1;
  // oxlint-disable-next-line unicorn/no-array-sort -- `toSorted` is newer than our compile target
  return connections.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
