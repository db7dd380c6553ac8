import { isObject } from "../schema/base.js";

/** A pagination scheme: how to get from one page to the next. */
export interface Pager {
  /** Returns the items of a page. */
  readonly items: (value: unknown) => readonly unknown[];
  /** Returns how to request the next page, or `undefined` after the last one. */
  readonly next: (request: unknown, value: unknown) => NextPage | undefined;
}

/** The request of the next page, with its cursor if there is one, or a link to that page. */
type NextPage =
  | { readonly request: unknown; readonly cursor?: unknown; readonly link?: undefined }
  | { readonly request?: undefined; readonly cursor?: undefined; readonly link: string };

/** Dotted paths of members in the request and in the page, both in SDK form. */
interface Paths {
  /** The array of items in a page. Without it, the page itself is the array. */
  readonly results?: string;
}

/**
 * Pagination by page number. A page with fewer items than the request's `limit` is the last one,
 * and so is an empty page. `size` is the default page size of the server.
 */
export function byPage(
  paths: Paths & {
    page: string;
    limit?: string;
    size?: number;
    numPages?: string;
    first?: number;
  },
): Pager {
  return {
    items: (value) => itemsAt(value, paths.results),
    next(request, value) {
      const current = numberAt(request, paths.page) ?? paths.first ?? 1;
      const pages = paths.numPages === undefined ? undefined : numberAt(value, paths.numPages);
      if (isLast(request, value, paths) || (pages !== undefined && current >= pages))
        return undefined;
      return { request: withMember(request, paths.page, current + 1) };
    },
  };
}

/** Pagination by offset. */
export function byOffset(paths: Paths & { offset: string; limit?: string; size?: number }): Pager {
  return {
    items: (value) => itemsAt(value, paths.results),
    next(request, value) {
      if (isLast(request, value, paths)) return undefined;
      const offset = numberAt(request, paths.offset) ?? 0;
      return {
        request: withMember(request, paths.offset, offset + itemsAt(value, paths.results).length),
      };
    },
  };
}

/** Pagination by cursor: each page holds the cursor of the next one. */
export function byCursor(paths: Paths & { cursor: string; next: string }): Pager {
  return {
    items: (value) => itemsAt(value, paths.results),
    next(request, value) {
      const cursor = memberAt(value, paths.next);
      const isLastPage =
        cursor === undefined ||
        cursor === null ||
        cursor === "" ||
        cursor === memberAt(request, paths.cursor);
      return isLastPage
        ? undefined
        : { request: withMember(request, paths.cursor, cursor), cursor };
    },
  };
}

/** Pagination by link: each page holds the URL of the next one, absolute or relative. */
export function byUrl(paths: Paths & { next: string }): Pager {
  return {
    items: (value) => itemsAt(value, paths.results),
    next(_, value) {
      const link = memberAt(value, paths.next);
      return typeof link === "string" && link !== "" ? { link } : undefined;
    },
  };
}

function isLast(
  request: unknown,
  value: unknown,
  paths: Paths & { limit?: string; size?: number },
): boolean {
  const count = itemsAt(value, paths.results).length;
  const requested = paths.limit === undefined ? undefined : numberAt(request, paths.limit);
  const limit = requested ?? paths.size;
  return count === 0 || (limit !== undefined && count < limit);
}

function memberAt(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((parent, key) => (isObject(parent) ? parent[key] : undefined), value);
}

function numberAt(value: unknown, path: string): number | undefined {
  const member = memberAt(value, path);
  return typeof member === "number" ? member : undefined;
}

function itemsAt(value: unknown, path: string | undefined): readonly unknown[] {
  const items = path === undefined || path === "" ? value : memberAt(value, path);
  return Array.isArray(items) ? items : [];
}

/** Returns a copy of a request with one member set. */
function withMember(request: unknown, path: string, value: unknown): unknown {
  const [key = "", ...rest] = path.split(".");
  const parent = isObject(request) ? request : {};
  return {
    ...parent,
    [key]: rest.length === 0 ? value : withMember(parent[key], rest.join("."), value),
  };
}
