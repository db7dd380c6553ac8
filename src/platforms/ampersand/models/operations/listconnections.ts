// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optional, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";

/** The request of listConnections. */
export interface ListConnectionsRequest {
  /** The id of your Ampersand project, or its name. */
  projectIdOrName: string;
  /** Only connections of this group, by your own id of it. */
  groupRef?: string | undefined;
  /** Only connections made by this consumer, by your own id of them. */
  consumerRef?: string | undefined;
  /**
   * Only connections to this provider, by its name in Ampersand's catalog, such as `salesforce`.
   */
  provider?: string | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> =
  /* @__PURE__ */ object<ListConnectionsRequest>(() => ({
    projectIdOrName: string,
    groupRef: optional(string),
    consumerRef: optional(string),
    provider: optional(string),
  }));

/** The response of listConnections. */
export type ListConnectionsResponse = Connection[];
