// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optional, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";

/** The request of listConnections. */
export interface ListConnectionsRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** Return only connections of this group. Your own id for the group. */
  groupRef?: string | undefined;
  /** Return only connections of this consumer. Your own id for the consumer. */
  consumerRef?: string | undefined;
  /**
   * Return only connections to this provider. A name from Ampersand's catalog, such as
   * `salesforce`.
   */
  provider?: string | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> = /* @__PURE__ */ object(
  () => ({
    projectIdOrName: string,
    groupRef: optional(string),
    consumerRef: optional(string),
    provider: optional(string),
  }),
);

/** The response of listConnections. */
export type ListConnectionsResponse = Connection[];
