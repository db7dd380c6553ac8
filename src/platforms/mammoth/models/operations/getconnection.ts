// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type { ConcernType } from "../components/concerntype.js";

/** The request of GetConnection. */
export interface GetConnectionRequest {
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
  /** What to return. Defaults to `profiles` on the server. */
  concern?: ConcernType | undefined;
  /** The profile to return. */
  profile?: string | undefined;
  /** The folder to list one level of, if the connection gives access to files. */
  browseRoot?: string | undefined;
  /** Whether to return only folders. Defaults to `false` on the server. */
  foldersOnly?: boolean | undefined;
}
export const GetConnectionRequest: Schema<GetConnectionRequest> = /* @__PURE__ */ object(() => ({
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
