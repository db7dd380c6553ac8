// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, integer, object } from "../../../../lib/schema/index.js";

/** The request of GetActiveConnectors. */
export interface GetActiveConnectorsRequest {
  /**
   * The id of the workspace, 1 or greater.
   *
   * Limits: at least 1.
   */
  workspaceId: number;
}
export const GetActiveConnectorsRequest: Schema<GetActiveConnectorsRequest> =
  /* @__PURE__ */ object(() => ({
    workspaceId: integer,
  }));

/** The response of GetActiveConnectors. */
export type GetActiveConnectorsResponse = string[];
