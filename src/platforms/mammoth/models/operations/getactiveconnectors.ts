// Written by connections-sdk-generator. Change the document or the generator, not this file.
import { type Schema, integer, object } from "../../../../lib/schema/index.js";

/** What GetActiveConnectors takes. */
export interface GetActiveConnectorsRequest {
  /**
   * The id of the workspace, 1 or greater.
   *
   * Limits: at least 1.
   */
  workspaceId: number;
}
export const GetActiveConnectorsRequest: Schema<GetActiveConnectorsRequest> =
  /* @__PURE__ */ object<GetActiveConnectorsRequest>(() => ({
    workspaceId: integer,
  }));

/** What GetActiveConnectors answers. */
export type GetActiveConnectorsResponse = string[];
