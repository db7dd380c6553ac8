// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, object, string } from "../../../../lib/schema/index.js";
import { ConnectionIds } from "../components/connectionids.js";
import { ConnectionMetadata } from "../components/connectionmetadata.js";

/** Metadata that is to be all there is, for one connection of an integration or for several. */
export interface CreateMetadataRequestBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const CreateMetadataRequestBody: Schema<CreateMetadataRequestBody> =
  /* @__PURE__ */ object<CreateMetadataRequestBody>(() => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }));

/** What was sent. */
export interface CreateMetadataCreatedResponseBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const CreateMetadataCreatedResponseBody: Schema<CreateMetadataCreatedResponseBody> =
  /* @__PURE__ */ object<CreateMetadataCreatedResponseBody>(() => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }));

/** The request of createMetadata. */
export type CreateMetadataRequest = CreateMetadataRequestBody;

/** The response of createMetadata. */
export type CreateMetadataResponse = CreateMetadataCreatedResponseBody;
