// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type { GetConnectionResponse } from "../components/getconnectionresponse.js";
import { Tags } from "../components/tags.js";

/** The request of listConnections. */
export interface ListConnectionsRequest {
  /**
   * Only connections with exactly this id. There can be one in every integration.
   *
   * Limits: at least 1, at most 255.
   */
  connectionId?: string | undefined;
  /**
   * Only connections whose id, or whose end user's name or e-mail address, contains this text.
   *
   * Limits: at least 1, at most 255.
   */
  search?: string | undefined;
  /**
   * Only connections of these integrations, several of them parted by commas.
   *
   * Limits: at least 1.
   */
  integrationId?: string | undefined;
  /**
   * Only connections of this end user.
   *
   * Limits: at least 1, at most 255.
   *
   * @deprecated Filter by tags instead.
   */
  endUserId?: string | undefined;
  /**
   * Only connections of this organization.
   *
   * Limits: at least 1, at most 255.
   *
   * @deprecated Filter by tags instead.
   */
  endUserOrganizationId?: string | undefined;
  /** Only connections that have all these tags with these values. */
  tags?: Tags | undefined;
  /**
   * How many connections a page holds. 2,000 is the most that can be asked for.
   *
   * Default: `10000`. Limits: at least 1.
   */
  limit?: number | undefined;
  /**
   * Which page, counted from 0.
   *
   * Default: `0`. Limits: at least 0.
   */
  page?: number | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> =
  /* @__PURE__ */ object<ListConnectionsRequest>(() => ({
    connectionId: optional(string),
    search: optional(string),
    integrationId: optional(string),
    endUserId: optional(string),
    endUserOrganizationId: optional(string),
    tags: optional(Tags),
    limit: optional(integer),
    page: optional(integer),
  }));

/** The response of listConnections. */
export type ListConnectionsResponse = GetConnectionResponse;
