// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type { Companies } from "../components/companies.js";

/** The request of list-companies. */
export interface ListCompaniesRequest {
  /**
   * The number of the page, starting at 1.
   *
   * Default: `1`. Limits: at least 1.
   */
  page?: number | undefined;
  /**
   * The number of companies per page.
   *
   * Default: `100`. Limits: at least 1, at most 5000.
   */
  pageSize?: number | undefined;
  /**
   * A filter in Codat's query language. According to Codat's guides, it does not filter companies.
   */
  query?: string | undefined;
  /** The member to sort by. Prefix it with `-` for descending order. */
  orderBy?: string | undefined;
}
export const ListCompaniesRequest: Schema<ListCompaniesRequest> = /* @__PURE__ */ object(() => ({
  page: optional(integer),
  pageSize: optional(integer),
  query: optional(string),
  orderBy: optional(string),
}));

/** The response of list-companies. */
export type ListCompaniesResponse = Companies;
