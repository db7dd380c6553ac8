// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type { ConnectorList } from "../components/connectors.js";

/** The request of ListWorkspaceConnectors. */
export interface ListWorkspaceConnectorsRequest {
  /**
   * The id of the workspace, 1 or greater.
   *
   * Limits: at least 1.
   */
  workspaceId: number;
  /**
   * The number of connectors to return.
   *
   * Limits: at least 0.
   */
  limit?: number | undefined;
  /**
   * The number of connectors to skip.
   *
   * Limits: at least 0.
   */
  offset?: number | undefined;
  /** The members to return, separated by commas. */
  fields?: string | undefined;
  /** The members to sort by, each with `asc` or `desc`. */
  sort?: string | undefined;
  /** Return only the connector with this key. Letters are compared with their case. */
  nameKey?: string | undefined;
  /** Return only connectors that are premium, or only those that are not. */
  isPremium?: boolean | undefined;
  /** Return only connectors that are added to the workspace, or only those that are not. */
  isAdded?: boolean | undefined;
}
export const ListWorkspaceConnectorsRequest: Schema<ListWorkspaceConnectorsRequest> =
  /* @__PURE__ */ object(() => ({
    workspaceId: integer,
    limit: optional(integer),
    offset: optional(integer),
    fields: optional(string),
    sort: optional(string),
    nameKey: optional(string),
    isPremium: optional(boolean),
    isAdded: optional(boolean),
  }));

/** The response of ListWorkspaceConnectors. */
export type ListWorkspaceConnectorsResponse = ConnectorList;
