// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type { GetConnectionResponse } from "../components/getconnectionresponse.js";
import { Tags } from "../components/tags.js";

/** The request of listConnections. */
export interface ListConnectionsRequest {
  /**
   * Return only connections with exactly this id. Every integration can have one.
   *
   * Limits: at least 1, at most 255.
   */
  connectionId?: string | undefined;
  /**
   * Return only connections whose id, end user's name, or end user's email address contains this
   * string.
   *
   * Limits: at least 1, at most 255.
   */
  search?: string | undefined;
  /**
   * Return only connections of these integrations. Separate several ids by commas.
   *
   * Limits: at least 1.
   */
  integrationId?: string | undefined;
  /**
   * Return only connections of this end user.
   *
   * Limits: at least 1, at most 255.
   *
   * @deprecated Filter by tags instead.
   */
  endUserId?: string | undefined;
  /**
   * Return only connections of this organization.
   *
   * Limits: at least 1, at most 255.
   *
   * @deprecated Filter by tags instead.
   */
  endUserOrganizationId?: string | undefined;
  /** Return only connections that have all of these tags with these values. */
  tags?: Tags | undefined;
  /**
   * The number of connections per page. The maximum is 2,000.
   *
   * Default: `10000`. Limits: at least 1.
   */
  limit?: number | undefined;
  /**
   * The number of the page, starting at 0.
   *
   * Default: `0`. Limits: at least 0.
   */
  page?: number | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> = /* @__PURE__ */ object(
  () => ({
    connectionId: optional(string),
    search: optional(string),
    integrationId: optional(string),
    endUserId: optional(string),
    endUserOrganizationId: optional(string),
    tags: optional(Tags),
    limit: optional(integer),
    page: optional(integer),
  }),
);

/** The response of listConnections. */
export type ListConnectionsResponse = GetConnectionResponse;
