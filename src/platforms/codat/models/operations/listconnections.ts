// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type { Connections } from "../components/connections.js";

/** The request of list-connections. */
export interface ListConnectionsRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /**
   * The number of the page, starting at 1.
   *
   * Default: `1`. Limits: at least 1.
   */
  page?: number | undefined;
  /**
   * The number of connections per page.
   *
   * Default: `100`. Limits: at least 1, at most 5000.
   */
  pageSize?: number | undefined;
  /**
   * A filter in Codat's query language. According to Codat's guides, it does not filter
   * connections.
   */
  query?: string | undefined;
  /** The member to sort by. Prefix it with `-` for descending order. */
  orderBy?: string | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> = /* @__PURE__ */ object(
  () => ({
    companyId: string,
    page: optional(integer),
    pageSize: optional(integer),
    query: optional(string),
    orderBy: optional(string),
  }),
);

/** The response of list-connections. */
export type ListConnectionsResponse = Connections;
