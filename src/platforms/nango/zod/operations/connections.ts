// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define, renamed } from "../../../../lib/zod/classic.js";
import {
  ConnectionIds,
  ConnectionMetadata,
  Tags,
  UpdateConnectionBody,
  UpdateConnectionBodyWire,
} from "../components/connections.js";

/** The new metadata of one or several connections of an integration. */
export const CreateMetadataRequestBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: ConnectionIds,
    providerConfigKey: z.string(),
    metadata: ConnectionMetadata,
  }),
);
/** {@link CreateMetadataRequestBody} and its JSON, for `z.decode` and `z.encode`. */
export const CreateMetadataRequestBodyWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      connection_id: ConnectionIds,
      provider_config_key: z.string(),
      metadata: ConnectionMetadata,
    }),
    CreateMetadataRequestBody,
    renamed({ connection_id: "connectionId", provider_config_key: "providerConfigKey" }),
  ),
);

/** The metadata that was sent. */
export const CreateMetadataCreatedResponseBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: ConnectionIds,
    providerConfigKey: z.string(),
    metadata: ConnectionMetadata,
  }),
);
/** {@link CreateMetadataCreatedResponseBody} and its JSON, for `z.decode` and `z.encode`. */
export const CreateMetadataCreatedResponseBodyWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      connection_id: ConnectionIds,
      provider_config_key: z.string(),
      metadata: ConnectionMetadata,
    }),
    CreateMetadataCreatedResponseBody,
    renamed({ connection_id: "connectionId", provider_config_key: "providerConfigKey" }),
  ),
);

/** The members to set, for one or several connections of an integration. */
export const UpdateMetadataRequestBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: ConnectionIds,
    providerConfigKey: z.string(),
    metadata: ConnectionMetadata,
  }),
);
/** {@link UpdateMetadataRequestBody} and its JSON, for `z.decode` and `z.encode`. */
export const UpdateMetadataRequestBodyWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      connection_id: ConnectionIds,
      provider_config_key: z.string(),
      metadata: ConnectionMetadata,
    }),
    UpdateMetadataRequestBody,
    renamed({ connection_id: "connectionId", provider_config_key: "providerConfigKey" }),
  ),
);

/** The metadata that was sent. */
export const UpdateMetadataResponseBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: ConnectionIds,
    providerConfigKey: z.string(),
    metadata: ConnectionMetadata,
  }),
);
/** {@link UpdateMetadataResponseBody} and its JSON, for `z.decode` and `z.encode`. */
export const UpdateMetadataResponseBodyWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      connection_id: ConnectionIds,
      provider_config_key: z.string(),
      metadata: ConnectionMetadata,
    }),
    UpdateMetadataResponseBody,
    renamed({ connection_id: "connectionId", provider_config_key: "providerConfigKey" }),
  ),
);

/** The request of listConnections. */
export const ListConnectionsRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: z.string().optional(),
    search: z.string().optional(),
    integrationId: z.string().optional(),
    endUserId: z.string().optional(),
    endUserOrganizationId: z.string().optional(),
    tags: Tags.optional(),
    limit: z.int().optional(),
    page: z.int().optional(),
  }),
);
/** {@link ListConnectionsRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ListConnectionsRequestWire = ListConnectionsRequest;

/** The request of getConnection. */
export const GetConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: z.string(),
    providerConfigKey: z.string(),
    forceRefresh: z.boolean().optional(),
    refreshToken: z.boolean().optional(),
    refreshGithubAppJwtToken: z.boolean().optional(),
  }),
);
/** {@link GetConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const GetConnectionRequestWire = GetConnectionRequest;

/** The request of updateConnection. */
export const UpdateConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: z.string(),
    providerConfigKey: z.string(),
    requestBody: UpdateConnectionBody,
  }),
);
/** {@link UpdateConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const UpdateConnectionRequestWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: z.string(),
    providerConfigKey: z.string(),
    requestBody: UpdateConnectionBodyWire,
  }),
);

/** The request of deleteConnection. */
export const DeleteConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: z.string(),
    providerConfigKey: z.string(),
  }),
);
/** {@link DeleteConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const DeleteConnectionRequestWire = DeleteConnectionRequest;
