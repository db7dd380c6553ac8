import { type EmulatedResponse, json } from "../messages.js";
import { type Context, show } from "./context.js";
import type { ValidationItem } from "./errors.js";
import type { WireConnection } from "./wire.js";

/** The most connections that a page may hold. */
const LARGEST = 5000;

/**
 * `list-connections`: a page of a company's connections, with links to its neighbours that begin at the root of the API.
 * `query` changes nothing, as the vendor's guides say of connections; nor does an `orderBy` that names no member.
 */
export function list(context: Context): EmulatedResponse {
  const { call, companyId, refuse, state } = context;
  const page = numberOf(call.query, "page", 1, Number.MAX_SAFE_INTEGER);
  const size = numberOf(call.query, "pageSize", 100, LARGEST);
  const wrong = [page, size].filter((item) => typeof item === "object");
  if (typeof page === "object" || typeof size === "object") {
    return refuse(400, "The query did not pass validation.", wrong);
  }
  const found = sorted(
    state.connections.filter((connection) => connection.companyId === companyId).map(show),
    call.query.get("orderBy") ?? "",
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

function linkTo({ call, companyId }: Context, page: number, size: number): string {
  const query = new URLSearchParams(call.query);
  query.set("page", String(page));
  query.set("pageSize", String(size));
  return `/companies/${companyId}/connections?${query}`;
}

function numberOf(
  query: URLSearchParams,
  name: string,
  otherwise: number,
  most: number,
): number | ValidationItem {
  const text = query.get(name);
  if (text === null) return otherwise;
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  return { itemId: name, message: `${name} must be from 1 to ${most}.`, validatorName: "Query" };
}

function sorted(connections: WireConnection[], orderBy: string): WireConnection[] {
  const name = orderBy.replace(/^-/, "");
  const key = (connection: WireConnection): string =>
    String(Object.entries(connection).find(([member]) => member === name)?.[1] ?? "");
  const sign = orderBy.startsWith("-") ? -1 : 1;
  // oxlint-disable-next-line unicorn/no-array-sort -- `toSorted` is newer than what we compile for
  return connections.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
