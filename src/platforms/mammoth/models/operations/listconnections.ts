// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type { ListConnectionsSchema } from "../components/listconnectionsschema.js";

/** The request of ListConnections. */
export interface ListConnectionsRequest {
  /**
   * The id of the workspace, 1 or greater.
   *
   * Limits: at least 1.
   */
  workspaceId: number;
  /**
   * The id of the project in the workspace, 1 or greater.
   *
   * Limits: at least 1.
   */
  projectId: number;
  /**
   * The key of the connector. It is sent as you pass it: both `postgres` and its base64 form
   * `cG9zdGdyZXM=` are in use.
   */
  connectorKey: string;
  /** `true` for connections that data is written to, instead of those that it is read from. */
  isExport?: boolean | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> = /* @__PURE__ */ object(
  () => ({
    workspaceId: integer,
    projectId: integer,
    connectorKey: string,
    isExport: optional(boolean),
  }),
);

/** The response of ListConnections. */
export type ListConnectionsResponse = ListConnectionsSchema;
