// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, object, string } from "../../../../lib/schema/index.js";
import { ConnectionIds } from "../components/connectionids.js";
import { ConnectionMetadata } from "../components/connectionmetadata.js";

/** The new metadata of one or several connections of an integration. */
export interface CreateMetadataRequestBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const CreateMetadataRequestBody: Schema<CreateMetadataRequestBody> = /* @__PURE__ */ object(
  () => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }),
);

/** The metadata that was sent. */
export interface CreateMetadataCreatedResponseBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const CreateMetadataCreatedResponseBody: Schema<CreateMetadataCreatedResponseBody> =
  /* @__PURE__ */ object(() => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }));

/** The request of createMetadata. */
export type CreateMetadataRequest = CreateMetadataRequestBody;

/** The response of createMetadata. */
export type CreateMetadataResponse = CreateMetadataCreatedResponseBody;
