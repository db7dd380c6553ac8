// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import { ConnectionPatchOp } from "../components/connectionpatchop.js";

/** The request of UpdateConnection. */
export interface UpdateConnectionRequest {
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
  /** The changes. */
  patch: ConnectionPatchOp[];
}
export const UpdateConnectionRequest: Schema<UpdateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    workspaceId: integer,
    projectId: integer,
    connectorKey: string,
    connectionKey: string,
    isExport: optional(boolean),
    patch: array(ConnectionPatchOp),
  }),
);

/** The response of UpdateConnection. */
export type UpdateConnectionResponse = unknown;
