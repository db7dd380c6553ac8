// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, object, string } from "../../../../lib/schema/index.js";
import { ConnectionIds } from "../components/connectionids.js";
import { ConnectionMetadata } from "../components/connectionmetadata.js";

/** The members to set, for one or several connections of an integration. */
export interface UpdateMetadataRequestBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const UpdateMetadataRequestBody: Schema<UpdateMetadataRequestBody> = /* @__PURE__ */ object(
  () => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }),
);

/** The metadata that was sent. */
export interface UpdateMetadataResponseBody {
  connectionId: ConnectionIds;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const UpdateMetadataResponseBody: Schema<UpdateMetadataResponseBody> =
  /* @__PURE__ */ object(() => ({
    connectionId: as("connection_id", ConnectionIds),
    providerConfigKey: as("provider_config_key", string),
    metadata: ConnectionMetadata,
  }));

/** The request of updateMetadata. */
export type UpdateMetadataRequest = UpdateMetadataRequestBody;

/** The response of updateMetadata. */
export type UpdateMetadataResponse = UpdateMetadataResponseBody;
