// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define, renamed } from "../../../../lib/zod/classic.js";

/**
 * The credentials and settings of a connection, by the names that its connector uses. May contain
 * secrets.
 */
export const ConnectionConfig = /* @__PURE__ */ define(() => z.record(z.string(), z.unknown()));
/** {@link ConnectionConfig} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionConfigWire = ConnectionConfig;

/** A connection in a list. */
export const GetConnectionSchema = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionKey: z.string(),
    connectionConfig: ConnectionConfig,
  }),
);
/** {@link GetConnectionSchema} and its JSON, for `z.decode` and `z.encode`. */
export const GetConnectionSchemaWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      connection_key: z.string(),
      connection_config: ConnectionConfig,
    }),
    GetConnectionSchema,
    renamed({ connection_key: "connectionKey", connection_config: "connectionConfig" }),
  ),
);

/** The connections of a connector. */
export const ListConnectionsSchema = /* @__PURE__ */ define(() =>
  z.looseObject({
    connections: z.array(GetConnectionSchema),
  }),
);
/** {@link ListConnectionsSchema} and its JSON, for `z.decode` and `z.encode`. */
export const ListConnectionsSchemaWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    connections: z.array(GetConnectionSchemaWire),
  }),
);

/** A replacement of the credentials. */
export const ConnectionPatchOp = /* @__PURE__ */ define(() =>
  z.looseObject({
    op: z.literal("replace"),
    path: z.literal("connection"),
    value: ConnectionConfig,
  }),
);
/** {@link ConnectionPatchOp} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionPatchOpWire = ConnectionPatchOp;

/** What a file picker needs to let the user choose the files of the connection. */
export const OauthTokenExchangeResponse = /* @__PURE__ */ define(() =>
  z.looseObject({
    pendingId: z.string(),
    accessToken: z.string(),
    pickerApiKey: z.string(),
  }),
);
/** {@link OauthTokenExchangeResponse} and its JSON, for `z.decode` and `z.encode`. */
export const OauthTokenExchangeResponseWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      pending_id: z.string(),
      access_token: z.string(),
      picker_api_key: z.string(),
    }),
    OauthTokenExchangeResponse,
    renamed({
      pending_id: "pendingId",
      access_token: "accessToken",
      picker_api_key: "pickerApiKey",
    }),
  ),
);

/** The job that creates a connection. */
export const ObjectJobSchema = /* @__PURE__ */ define(() =>
  z.looseObject({
    statusCode: z.int().nullable().optional(),
    jobId: z.int().nullable().optional(),
    failureReason: z.string().nullable().optional(),
  }),
);
/** {@link ObjectJobSchema} and its JSON, for `z.decode` and `z.encode`. */
export const ObjectJobSchemaWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      status_code: z.int().nullable().optional(),
      job_id: z.int().nullable().optional(),
      failure_reason: z.string().nullable().optional(),
    }),
    ObjectJobSchema,
    renamed({ status_code: "statusCode", job_id: "jobId", failure_reason: "failureReason" }),
  ),
);

/** The outcome of a request to create a connection. */
export const SaveConnectionResult = /* @__PURE__ */ define(() =>
  z.union([OauthTokenExchangeResponse, ObjectJobSchema]),
);
/** {@link SaveConnectionResult} and its JSON, for `z.decode` and `z.encode`. */
export const SaveConnectionResultWire = /* @__PURE__ */ define(() =>
  z.union([OauthTokenExchangeResponseWire, ObjectJobSchemaWire]),
);
