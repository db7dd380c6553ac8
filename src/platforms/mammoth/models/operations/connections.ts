// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, boolean, integer, object, optional, string } from "../../../../lib/schema/index.js";
import type {
  ConcernType,
  ListConnectionsSchema,
  SaveConnectionResult,
} from "../components/connections.js";
import { ConnectionConfig, ConnectionPatchOp } from "../components/connections.js";

/** The request of ListConnections. */
export interface ListConnectionsRequest {
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
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> = /* @__PURE__ */ object(
  () => ({
    workspaceId: integer,
    projectId: integer,
    connectorKey: string,
    isExport: optional(boolean),
  }),
);

/** The response of ListConnections. */
export type ListConnectionsResponse = ListConnectionsSchema;

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
