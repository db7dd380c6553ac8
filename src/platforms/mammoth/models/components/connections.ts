// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  as,
  integer,
  lazy,
  literal,
  nullable,
  object,
  optionalAs,
  record,
  string,
  union,
  unknown,
} from "../../../../lib/schema/index.js";

/** The information to return about a connection. */
export const ConcernType = { Profiles: "profiles", DsConfigSpec: "ds_config_spec" } as const;
/** The information to return about a connection. */
export type ConcernType = "profiles" | "ds_config_spec" | (string & {});

/**
 * The credentials and settings of a connection, by the names that its connector uses. May contain
 * secrets.
 */
export type ConnectionConfig = Record<string, unknown>;
export const ConnectionConfig: Schema<ConnectionConfig> = /* @__PURE__ */ lazy(() =>
  record(unknown),
);

/** A connection in a list. */
export interface GetConnectionSchema {
  /** The key of the connection. */
  connectionKey: string;
  connectionConfig: ConnectionConfig;
}
export const GetConnectionSchema: Schema<GetConnectionSchema> = /* @__PURE__ */ object(() => ({
  connectionKey: as("connection_key", string),
  connectionConfig: as("connection_config", ConnectionConfig),
}));

/** The connections of a connector. */
export interface ListConnectionsSchema {
  /** The connections. */
  connections: GetConnectionSchema[];
}
export const ListConnectionsSchema: Schema<ListConnectionsSchema> = /* @__PURE__ */ object(() => ({
  connections: array(GetConnectionSchema),
}));

/** A replacement of the credentials. */
export interface ConnectionPatchOp {
  /** The operation. */
  op: "replace";
  /** The member to replace. Without a leading slash. */
  path: "connection";
  value: ConnectionConfig;
}
export const ConnectionPatchOp: Schema<ConnectionPatchOp> = /* @__PURE__ */ object(() => ({
  op: literal("replace"),
  path: literal("connection"),
  value: ConnectionConfig,
}));

/** The outcome of a request to create a connection. */
export type SaveConnectionResult = OauthTokenExchangeResponse | ObjectJobSchema;
export const SaveConnectionResult: Schema<SaveConnectionResult> = /* @__PURE__ */ union(() => [
  OauthTokenExchangeResponse,
  ObjectJobSchema,
]);

/** What a file picker needs to let the user choose the files of the connection. */
export interface OauthTokenExchangeResponse {
  /** The id of the unfinished connection. */
  pendingId: string;
  /** The access token for the picker. Secret. */
  accessToken: string;
  /** The API key for the picker. Secret. */
  pickerApiKey: string;
}
export const OauthTokenExchangeResponse: Schema<OauthTokenExchangeResponse> =
  /* @__PURE__ */ object(() => ({
    pendingId: as("pending_id", string),
    accessToken: as("access_token", string),
    pickerApiKey: as("picker_api_key", string),
  }));

/** The job that creates a connection. */
export interface ObjectJobSchema {
  /** The outcome of the job, as an HTTP status code. */
  statusCode?: number | null | undefined;
  /** The id of the job. See `jobs.get`. */
  jobId?: number | null | undefined;
  /** Why the job failed. */
  failureReason?: string | null | undefined;
}
export const ObjectJobSchema: Schema<ObjectJobSchema> = /* @__PURE__ */ object(() => ({
  statusCode: optionalAs("status_code", nullable(integer)),
  jobId: optionalAs("job_id", nullable(integer)),
  failureReason: optionalAs("failure_reason", nullable(string)),
}));
