// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import { ConnectionPatchOp } from "../components/connectionpatchop.js";

/** The request of UpdateConnection. */
export interface UpdateConnectionRequest {
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
  /** The changes. */
  patch: ConnectionPatchOp[];
}
export const UpdateConnectionRequest: Schema<UpdateConnectionRequest> =
  /* @__PURE__ */ object<UpdateConnectionRequest>(() => ({
    workspaceId: integer,
    projectId: integer,
    connectorKey: string,
    connectionKey: string,
    isExport: optional(boolean),
    patch: array(ConnectionPatchOp),
  }));

/** The response of UpdateConnection. */
export type UpdateConnectionResponse = unknown;
