// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";

/** The request of DeleteConnection. */
export interface DeleteConnectionRequest {
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
  /**
   * The key of the connection, 1 to 100 characters that mean nothing else.
   *
   * Limits: at least 1, at most 100.
   */
  connectionKey: string;
  /** Whether connections that data is written to are meant, and not those that it is read from. */
  isExport?: boolean | undefined;
}
export const DeleteConnectionRequest: Schema<DeleteConnectionRequest> =
  /* @__PURE__ */ object<DeleteConnectionRequest>(() => ({
    workspaceId: integer,
    projectId: integer,
    connectorKey: string,
    connectionKey: string,
    isExport: optional(boolean),
  }));

/** The response of DeleteConnection. */
export type DeleteConnectionResponse = void;
