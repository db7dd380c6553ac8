// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, boolean, object, optional, string } from "../../../../lib/schema/index.js";
import type {
  Connection,
  CustomAuthConnectBody,
  CustomAuthConnectResult,
  OauthConnectBody,
} from "../components/connections.js";
import { GenerateConnectionBody, UpdateConnectionBody } from "../components/connections.js";

export const GetConnectionRefresh = { Force: "force", IfExpired: "ifExpired" } as const;
export type GetConnectionRefresh = "force" | "ifExpired" | (string & {});

/** The request of listConnections. */
export interface ListConnectionsRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** Return only connections of this group. Your own id for the group. */
  groupRef?: string | undefined;
  /** Return only connections of this consumer. Your own id for the consumer. */
  consumerRef?: string | undefined;
  /**
   * Return only connections to this provider. A name from Ampersand's catalog, such as
   * `salesforce`.
   */
  provider?: string | undefined;
}
export const ListConnectionsRequest: Schema<ListConnectionsRequest> = /* @__PURE__ */ object(
  () => ({
    projectIdOrName: string,
    groupRef: optional(string),
    consumerRef: optional(string),
    provider: optional(string),
  }),
);

/** The response of listConnections. */
export type ListConnectionsResponse = Connection[];

/** The request of generateConnection. */
export interface GenerateConnectionRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The customer, the provider, and the credentials. */
  requestBody: GenerateConnectionBody;
}
export const GenerateConnectionRequest: Schema<GenerateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    projectIdOrName: string,
    requestBody: GenerateConnectionBody,
  }),
);

/** The response of generateConnection. */
export type GenerateConnectionResponse = Connection;

/** The request of getConnection. */
export interface GetConnectionRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
  /**
   * Whether to include the access token. Off by default. The response then contains a secret: keep
   * it out of logs.
   */
  includeCreds?: boolean | undefined;
  /**
   * Whether to include the refresh token and the access token, whatever `includeCreds` is. Off by
   * default. A refresh token is a long-lived secret: request it only to move a connection
   * elsewhere.
   */
  includeRefreshToken?: boolean | undefined;
  /**
   * Whether to refresh the access token first: `ifExpired` only if it has expired, `force` in any
   * case. Every request with `force` refreshes the token again, so such a request is not retried
   * after a failure.
   */
  refresh?: GetConnectionRefresh | undefined;
}
export const GetConnectionRequest: Schema<GetConnectionRequest> = /* @__PURE__ */ object(() => ({
  projectIdOrName: string,
  connectionId: string,
  includeCreds: optional(boolean),
  includeRefreshToken: optional(boolean),
  refresh: optional(string),
}));

/** The response of getConnection. */
export type GetConnectionResponse = Connection;

/** The request of updateConnection. */
export interface UpdateConnectionRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
  /** The new values, and the mask that selects them. */
  requestBody: UpdateConnectionBody;
}
export const UpdateConnectionRequest: Schema<UpdateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    projectIdOrName: string,
    connectionId: string,
    requestBody: UpdateConnectionBody,
  }),
);

/** The response of updateConnection. */
export type UpdateConnectionResponse = Connection;

/** The request of deleteConnection. */
export interface DeleteConnectionRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
}
export const DeleteConnectionRequest: Schema<DeleteConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    projectIdOrName: string,
    connectionId: string,
  }),
);

/** The response of deleteConnection. */
export type DeleteConnectionResponse = void;

/** The request of oauthUpdate. */
export interface OauthUpdateRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
}
export const OauthUpdateRequest: Schema<OauthUpdateRequest> = /* @__PURE__ */ object(() => ({
  projectIdOrName: string,
  connectionId: string,
}));

/** The response of oauthUpdate. */
export type OauthUpdateResponse = string;

/** The request of oauthConnect. */
export type OauthConnectRequest = OauthConnectBody;

/** The response of oauthConnect. */
export type OauthConnectResponse = string;

/** The request of customAuthConnect. */
export type CustomAuthConnectRequest = CustomAuthConnectBody;

/** The response of customAuthConnect. */
export type CustomAuthConnectResponse = CustomAuthConnectResult;
