// Written by connections-sdk-generator. Change the document or the generator, not this file.
import type { MetadataChange } from "../components/metadatachange.js";

/** What createMetadata takes. */
export type CreateMetadataRequest = MetadataChange;

/** What createMetadata answers. */
export type CreateMetadataResponse = MetadataChange;
