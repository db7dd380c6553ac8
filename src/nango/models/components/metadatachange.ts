// Written by connections-sdk-generator. Change the document or the generator, not this file.
import { type Schema, array, as, object, string, union } from "../../../lib/schema.js";
import { ConnectionMetadata } from "./connectionmetadata.js";

/** Metadata for one connection of an integration, or for several. */
export interface MetadataChange {
  /** The id of the connection, or several. */
  connectionId: MetadataChangeConnectionId;
  /** The id of the integration. */
  providerConfigKey: string;
  metadata: ConnectionMetadata;
}
export const MetadataChange: Schema<MetadataChange> = /* @__PURE__ */ object(() => ({
  connectionId: as("connection_id", MetadataChangeConnectionId),
  providerConfigKey: as("provider_config_key", string),
  metadata: ConnectionMetadata,
}));

/** The id of the connection, or several. */
export type MetadataChangeConnectionId = string | string[];
export const MetadataChangeConnectionId: Schema<MetadataChangeConnectionId> =
  /* @__PURE__ */ union<MetadataChangeConnectionId>(() => [string, array(string)]);
