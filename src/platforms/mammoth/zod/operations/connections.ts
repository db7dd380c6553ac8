// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define } from "../../../../lib/zod/classic.js";
import { ConnectionConfig, ConnectionPatchOp } from "../components/connections.js";

/** The request of ListConnections. */
export const ListConnectionsRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    workspaceId: z.int(),
    projectId: z.int(),
    connectorKey: z.string(),
    isExport: z.boolean().optional(),
  }),
);
/** {@link ListConnectionsRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ListConnectionsRequestWire = ListConnectionsRequest;

/** The request of SaveConnection. */
export const SaveConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    workspaceId: z.int(),
    projectId: z.int(),
    connectorKey: z.string(),
    isExport: z.boolean().optional(),
    requestBody: ConnectionConfig,
  }),
);
/** {@link SaveConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const SaveConnectionRequestWire = SaveConnectionRequest;

/** The request of GetConnection. */
export const GetConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    workspaceId: z.int(),
    projectId: z.int(),
    connectorKey: z.string(),
    connectionKey: z.string(),
    isExport: z.boolean().optional(),
    concern: z.string().optional(),
    profile: z.string().optional(),
    browseRoot: z.string().optional(),
    foldersOnly: z.boolean().optional(),
  }),
);
/** {@link GetConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const GetConnectionRequestWire = GetConnectionRequest;

/** The request of UpdateConnection. */
export const UpdateConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    workspaceId: z.int(),
    projectId: z.int(),
    connectorKey: z.string(),
    connectionKey: z.string(),
    isExport: z.boolean().optional(),
    patch: z.array(ConnectionPatchOp),
  }),
);
/** {@link UpdateConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const UpdateConnectionRequestWire = UpdateConnectionRequest;

/** The request of DeleteConnection. */
export const DeleteConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    workspaceId: z.int(),
    projectId: z.int(),
    connectorKey: z.string(),
    connectionKey: z.string(),
    isExport: z.boolean().optional(),
  }),
);
/** {@link DeleteConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const DeleteConnectionRequestWire = DeleteConnectionRequest;

/** The request of GetActiveConnectors. */
export const GetActiveConnectorsRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    workspaceId: z.int(),
  }),
);
/** {@link GetActiveConnectorsRequest} and its JSON, for `z.decode` and `z.encode`. */
export const GetActiveConnectorsRequestWire = GetActiveConnectorsRequest;
