// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";

/** The request of DeleteConnection. */
export interface DeleteConnectionRequest {
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
  /**
   * The key of the connection: an opaque string of 1 to 100 characters.
   *
   * Limits: at least 1, at most 100.
   */
  connectionKey: string;
  /** `true` for connections that data is written to, instead of those that it is read from. */
  isExport?: boolean | undefined;
}
export const DeleteConnectionRequest: Schema<DeleteConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    workspaceId: integer,
    projectId: integer,
    connectorKey: string,
    connectionKey: string,
    isExport: optional(boolean),
  }),
);

/** The response of DeleteConnection. */
export type DeleteConnectionResponse = void;
