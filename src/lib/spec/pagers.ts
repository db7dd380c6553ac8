import { isObject } from "../schema/base.js";

/** How to get from one page to the next. */
export interface Pager {
  /** The entries of a page. */
  readonly items: (value: unknown) => readonly unknown[];
  /** What leads to the page after this one; `undefined` after the last. */
  readonly next: (request: unknown, value: unknown) => NextPage | undefined;
}

/** The request of a page, with the cursor in it where there is one, or a link to the page. */
type NextPage =
  | { readonly request: unknown; readonly cursor?: unknown; readonly link?: undefined }
  | { readonly request?: undefined; readonly cursor?: undefined; readonly link: string };

/** Members are named by dotted paths: in the request of the SDK, and in its value. */
interface Paths {
  /** The list of entries in a page; the page itself where absent. */
  readonly results?: string;
}

/**
 * Numbered pages. A page with fewer entries than `limit` asks for is the last, and so is an empty one. `size` is how many
 * entries a page has when nobody asks for a number.
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

/** Offsets. */
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

/** Cursors: the page names the next one. */
export function byCursor(paths: Paths & { cursor: string; next: string }): Pager {
  return {
    items: (value) => itemsAt(value, paths.results),
    next(request, value) {
      const cursor = memberAt(value, paths.next);
      const isOver =
        cursor === undefined ||
        cursor === null ||
        cursor === "" ||
        cursor === memberAt(request, paths.cursor);
      return isOver ? undefined : { request: withMember(request, paths.cursor, cursor), cursor };
    },
  };
}

/** Links: the page holds the URL of the next one, absolute or relative, of the same origin. */
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
  const asked = paths.limit === undefined ? undefined : numberAt(request, paths.limit);
  const limit = asked ?? paths.size;
  return count === 0 || (limit !== undefined && count < limit);
}

function memberAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
}

function numberAt(value: unknown, path: string): number | undefined {
  const found = memberAt(value, path);
  return typeof found === "number" ? found : undefined;
}

function itemsAt(value: unknown, path: string | undefined): readonly unknown[] {
  const found = path === undefined || path === "" ? value : memberAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** A copy of a request with one member set. */
function withMember(request: unknown, path: string, value: unknown): unknown {
  const [key = "", ...rest] = path.split(".");
  const from = isObject(request) ? request : {};
  return {
    ...from,
    [key]: rest.length === 0 ? value : withMember(from[key], rest.join("."), value),
  };
}
