import { InvalidRequestError } from "../../lib/index.js";

/** The part of a list request that says which page it is for. */
interface PagedRequest {
  /** The `next` of a page. */
  readonly page?: string | undefined;
  readonly extra?: { readonly page?: unknown } | undefined;
}

/**
 * The number of the page that a request is for, on a platform that numbers its pages. `undefined`
 * for the first page.
 *
 * @throws InvalidRequestError if `page` is not the `next` of a page.
 */
export function pageNumberOf(request: PagedRequest): number | undefined {
  const { page, extra } = request;
  if (page === undefined) return undefined;
  if (extra?.page !== undefined)
    throw new InvalidRequestError("page: expected either page or extra.page, not both");
  if (typeof page !== "string" || !/^\d{1,9}$/.test(page))
    throw new InvalidRequestError("page: expected the `next` of a page");
  return Number(page);
}

/** Refuses a `page` on a platform that returns all connections in one page. */
export function refusePage(request: Pick<PagedRequest, "page">): void {
  if (request.page !== undefined)
    throw new InvalidRequestError(
      "page: expected none, because the platform returns all connections in one page, which has no `next`",
    );
}
