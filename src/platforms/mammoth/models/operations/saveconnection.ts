// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import { ConnectionConfig } from "../components/connectionconfig.js";
import type { SaveConnectionResult } from "../components/saveconnectionresult.js";

/** The request of SaveConnection. */
export interface SaveConnectionRequest {
  /**
   * The id of the workspace, from 1.
   *
   * Limits: at least 1.
   */
  workspaceId: number;
  /**
   * The id of the project in the workspace, from 1.
   *
   * Limits: at least 1.
   */
  projectId: number;
  /**
   * The key of the connector. It is sent as you give it: `postgres` and its form in base64,
   * `cG9zdGdyZXM=`, are both in use.
   */
  connectorKey: string;
  /** Whether connections that data is written to are meant, and not those that it is read from. */
  isExport?: boolean | undefined;
  /** The credentials, by the names that the connector has for them. */
  requestBody: ConnectionConfig;
}
export const SaveConnectionRequest: Schema<SaveConnectionRequest> =
  /* @__PURE__ */ object<SaveConnectionRequest>(() => ({
    workspaceId: integer,
    projectId: integer,
    connectorKey: string,
    isExport: optional(boolean),
    requestBody: ConnectionConfig,
  }));

/** The response of SaveConnection. */
export type SaveConnectionResponse = SaveConnectionResult;
