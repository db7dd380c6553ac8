// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define } from "../../../../lib/zod/classic.js";
import {
  GenerateConnectionBody,
  GenerateConnectionBodyWire,
  UpdateConnectionBody,
  UpdateConnectionBodyWire,
} from "../components/connections.js";

/** The request of listConnections. */
export const ListConnectionsRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    groupRef: z.string().optional(),
    consumerRef: z.string().optional(),
    provider: z.string().optional(),
  }),
);
/** {@link ListConnectionsRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ListConnectionsRequestWire = ListConnectionsRequest;

/** The request of generateConnection. */
export const GenerateConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    requestBody: GenerateConnectionBody,
  }),
);
/** {@link GenerateConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const GenerateConnectionRequestWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    requestBody: GenerateConnectionBodyWire,
  }),
);

/** The request of getConnection. */
export const GetConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    connectionId: z.string(),
    includeCreds: z.boolean().optional(),
    includeRefreshToken: z.boolean().optional(),
    refresh: z.string().optional(),
  }),
);
/** {@link GetConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const GetConnectionRequestWire = GetConnectionRequest;

/** The request of updateConnection. */
export const UpdateConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    connectionId: z.string(),
    requestBody: UpdateConnectionBody,
  }),
);
/** {@link UpdateConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const UpdateConnectionRequestWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    connectionId: z.string(),
    requestBody: UpdateConnectionBodyWire,
  }),
);

/** The request of deleteConnection. */
export const DeleteConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    connectionId: z.string(),
  }),
);
/** {@link DeleteConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const DeleteConnectionRequestWire = DeleteConnectionRequest;

/** The request of oauthUpdate. */
export const OauthUpdateRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    connectionId: z.string(),
  }),
);
/** {@link OauthUpdateRequest} and its JSON, for `z.decode` and `z.encode`. */
export const OauthUpdateRequestWire = OauthUpdateRequest;
