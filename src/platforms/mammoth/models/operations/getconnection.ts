// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type { ConcernType } from "../components/concerntype.js";

/** The request of GetConnection. */
export interface GetConnectionRequest {
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
  /** What to answer. The server takes `profiles` where nothing is given. */
  concern?: ConcernType | undefined;
  /** The profile to answer for. */
  profile?: string | undefined;
  /** The folder to answer one level of, where the connection leads to files. */
  browseRoot?: string | undefined;
  /**
   * Whether to leave out everything but folders. The server takes `false` where nothing is given.
   */
  foldersOnly?: boolean | undefined;
}
export const GetConnectionRequest: Schema<GetConnectionRequest> =
  /* @__PURE__ */ object<GetConnectionRequest>(() => ({
    workspaceId: integer,
    projectId: integer,
    connectorKey: string,
    connectionKey: string,
    isExport: optional(boolean),
    concern: optional(string),
    profile: optional(string),
    browseRoot: optional(string),
    foldersOnly: optional(boolean),
  }));

/** The response of GetConnection. */
export type GetConnectionResponse = unknown;
