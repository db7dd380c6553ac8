// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define } from "../../../../lib/zod/classic.js";
import { UpdateConnectionStatus } from "../components/connections.js";

export const CreateConnectionRequestBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    platformKey: z.string(),
  }),
);
/** {@link CreateConnectionRequestBody} and its JSON, for `z.decode` and `z.encode`. */
export const CreateConnectionRequestBodyWire = CreateConnectionRequestBody;

/** The request of list-connections. */
export const ListConnectionsRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    companyId: z.string(),
    page: z.int().optional(),
    pageSize: z.int().optional(),
    query: z.string().optional(),
    orderBy: z.string().optional(),
  }),
);
/** {@link ListConnectionsRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ListConnectionsRequestWire = ListConnectionsRequest;

/** The request of create-connection. */
export const CreateConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    companyId: z.string(),
    requestBody: CreateConnectionRequestBody,
  }),
);
/** {@link CreateConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const CreateConnectionRequestWire = CreateConnectionRequest;

/** The request of get-connection. */
export const GetConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    companyId: z.string(),
    connectionId: z.string(),
  }),
);
/** {@link GetConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const GetConnectionRequestWire = GetConnectionRequest;

/** The request of delete-connection. */
export const DeleteConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    companyId: z.string(),
    connectionId: z.string(),
  }),
);
/** {@link DeleteConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const DeleteConnectionRequestWire = DeleteConnectionRequest;

/** The request of unlink-connection. */
export const UnlinkConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    companyId: z.string(),
    connectionId: z.string(),
    updateConnectionStatus: UpdateConnectionStatus,
  }),
);
/** {@link UnlinkConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const UnlinkConnectionRequestWire = UnlinkConnectionRequest;

/** The request of update-connection-authorization. */
export const UpdateConnectionAuthorizationRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    companyId: z.string(),
    connectionId: z.string(),
    requestBody: z.record(z.string(), z.string()),
  }),
);
/** {@link UpdateConnectionAuthorizationRequest} and its JSON, for `z.decode` and `z.encode`. */
export const UpdateConnectionAuthorizationRequestWire = UpdateConnectionAuthorizationRequest;
