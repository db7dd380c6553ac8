// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import { ConnectionConfig } from "../components/connectionconfig.js";
import type { SaveConnectionResult } from "../components/saveconnectionresult.js";

/** The request of SaveConnection. */
export interface SaveConnectionRequest {
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
  /** The credentials, by the names that the connector uses. */
  requestBody: ConnectionConfig;
}
export const SaveConnectionRequest: Schema<SaveConnectionRequest> = /* @__PURE__ */ object(() => ({
  workspaceId: integer,
  projectId: integer,
  connectorKey: string,
  isExport: optional(boolean),
  requestBody: ConnectionConfig,
}));

/** The response of SaveConnection. */
export type SaveConnectionResponse = SaveConnectionResult;
