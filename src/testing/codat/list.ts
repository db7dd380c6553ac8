import { type EmulatedRequest, type EmulatedResponse, json } from "../messages.js";
import { type Context, toWire } from "./context.js";
import type { ValidationItem } from "./errors.js";

/** The largest page size. */
const MAX_PAGE_SIZE = 5000;

/** `list-companies`: a page of companies, with the connections of each. */
export function listCompanies(context: Context): EmulatedResponse {
  const { state } = context;
  const companies = state.companies.map((id) => {
    const connections = state.connections.filter(({ companyId }) => companyId === id);
    return {
      id,
      name: `Company ${id.slice(0, 8)}`,
      description: "",
      platform: "",
      redirect: `https://link.codat.example.com/company/${id}`,
      created: "2026-01-01T09:00:00Z",
      createdByUserName: "Emulator",
      dataConnections: connections.map(toWire),
    };
  });
  return pageOf(context, "/companies", companies);
}

/**
 * `list-connections`: a page of a company's connections, with links to its neighbors relative to
 * the root of the API. `query` has no effect on connections, as the vendor's guides say. Neither
 * has an `orderBy` that names no member.
 */
export function list(context: Context): EmulatedResponse {
  const { companyId, state } = context;
  const own = state.connections.filter((connection) => connection.companyId === companyId);
  return pageOf(context, `/companies/${companyId}/connections`, own.map(toWire));
}

/** The page of a list that the query asks for. */
function pageOf(context: Context, path: string, items: readonly object[]): EmulatedResponse {
  const { request, errorResponse } = context;
  const page = numberOf(request.query, "page", 1, Number.MAX_SAFE_INTEGER);
  const size = numberOf(request.query, "pageSize", 100, MAX_PAGE_SIZE);
  const wrong = [page, size].filter((item) => typeof item === "object");
  if (typeof page === "object" || typeof size === "object") {
    return errorResponse(400, "The query did not pass validation.", wrong);
  }
  const found = sorted(items, request.query.get("orderBy") ?? "");
  const at = (number: number): { href: string } => ({ href: linkTo(request, path, number, size) });
  return json(200, {
    results: found.slice((page - 1) * size, page * size),
    pageNumber: page,
    pageSize: size,
    totalResults: found.length,
    _links: {
      self: { href: path },
      current: at(page),
      ...(page * size < found.length && { next: at(page + 1) }),
      ...(page > 1 && { previous: at(page - 1) }),
    },
  });
}

function linkTo(
  { query: given }: EmulatedRequest,
  path: string,
  page: number,
  size: number,
): string {
  const query = new URLSearchParams(given);
  query.set("page", String(page));
  query.set("pageSize", String(size));
  return `${path}?${query}`;
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

function sorted(items: readonly object[], orderBy: string): object[] {
  const name = orderBy.replace(/^-/, "");
  const key = (item: object): string =>
    String(Object.entries(item).find(([member]) => member === name)?.[1] ?? "");
  const sign = orderBy.startsWith("-") ? -1 : 1;
  // oxlint-disable-next-line unicorn/no-array-sort -- `toSorted` is newer than our compile target
  return [...items].sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
