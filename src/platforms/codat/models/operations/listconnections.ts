// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type { Connections } from "../components/connections.js";

/** The request of list-connections. */
export interface ListConnectionsRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /**
   * Which page, counted from 1.
   *
   * Default: `1`. Limits: at least 1.
   */
  page?: number | undefined;
  /**
   * How many connections a page holds.
   *
   * Default: `100`. Limits: at least 1, at most 5000.
   */
  pageSize?: number | undefined;
  /**
   * A filter in Codat's query language. Codat's guides say that connections cannot be filtered by
   * it.
   */
  query?: string | undefined;
  /** The member to sort by; with a `-` before it, the other way round. */
  orderBy?: string | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> =
  /* @__PURE__ */ object<ListConnectionsRequest>(() => ({
    companyId: string,
    page: optional(integer),
    pageSize: optional(integer),
    query: optional(string),
    orderBy: optional(string),
  }));

/** The response of list-connections. */
export type ListConnectionsResponse = Connections;
