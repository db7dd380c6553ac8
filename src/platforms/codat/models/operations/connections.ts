// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { integer, object, optional, record, string } from "../../../../lib/schema/index.js";
import { type Connections, UpdateConnectionStatus } from "../components/connections.js";
import type { Connection } from "../components/shared.js";

export interface CreateConnectionRequestBody {
  /**
   * The key of the integration, four letters.
   *
   * Limits: at least 4, at most 4. Pattern: `^[a-z]{4}$`.
   */
  platformKey: string;
}
export const CreateConnectionRequestBody: Schema<CreateConnectionRequestBody> =
  /* @__PURE__ */ object(() => ({
    platformKey: string,
  }));

/** The request of list-connections. */
export interface ListConnectionsRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /**
   * The number of the page, starting at 1.
   *
   * Default: `1`. Limits: at least 1.
   */
  page?: number | undefined;
  /**
   * The number of connections per page.
   *
   * Default: `100`. Limits: at least 1, at most 5000.
   */
  pageSize?: number | undefined;
  /**
   * A filter in Codat's query language. According to Codat's guides, it does not filter
   * connections.
   */
  query?: string | undefined;
  /** The member to sort by. Prefix it with `-` for descending order. */
  orderBy?: string | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> = /* @__PURE__ */ object(
  () => ({
    companyId: string,
    page: optional(integer),
    pageSize: optional(integer),
    query: optional(string),
    orderBy: optional(string),
  }),
);

/** The response of list-connections. */
export type ListConnectionsResponse = Connections;

/** The request of create-connection. */
export interface CreateConnectionRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The integration to connect to. */
  requestBody: CreateConnectionRequestBody;
}
export const CreateConnectionRequest: Schema<CreateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    companyId: string,
    requestBody: CreateConnectionRequestBody,
  }),
);

/** The response of create-connection. */
export type CreateConnectionResponse = Connection;

/** The request of get-connection. */
export interface GetConnectionRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The id of the connection, a UUID. */
  connectionId: string;
}
export const GetConnectionRequest: Schema<GetConnectionRequest> = /* @__PURE__ */ object(() => ({
  companyId: string,
  connectionId: string,
}));

/** The response of get-connection. */
export type GetConnectionResponse = Connection;

/** The request of delete-connection. */
export interface DeleteConnectionRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The id of the connection, a UUID. */
  connectionId: string;
}
export const DeleteConnectionRequest: Schema<DeleteConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    companyId: string,
    connectionId: string,
  }),
);

/** The response of delete-connection. */
export type DeleteConnectionResponse = void;

/** The request of unlink-connection. */
export interface UnlinkConnectionRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The id of the connection, a UUID. */
  connectionId: string;
  /** The status to set. */
  updateConnectionStatus: UpdateConnectionStatus;
}
export const UnlinkConnectionRequest: Schema<UnlinkConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    companyId: string,
    connectionId: string,
    updateConnectionStatus: UpdateConnectionStatus,
  }),
);

/** The response of unlink-connection. */
export type UnlinkConnectionResponse = Connection;

/** The request of update-connection-authorization. */
export interface UpdateConnectionAuthorizationRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The id of the connection, a UUID. */
  connectionId: string;
  /** The new credentials, by name. */
  requestBody: Record<string, string>;
}
export const UpdateConnectionAuthorizationRequest: Schema<UpdateConnectionAuthorizationRequest> =
  /* @__PURE__ */ object(() => ({
    companyId: string,
    connectionId: string,
    requestBody: record(string),
  }));

/** The response of update-connection-authorization. */
export type UpdateConnectionAuthorizationResponse = Connection;
