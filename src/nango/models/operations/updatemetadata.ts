// Written by connections-sdk-generator. Change the document or the generator, not this file.
import type { MetadataChange } from "../components/metadatachange.js";

/** What updateMetadata takes. */
export type UpdateMetadataRequest = MetadataChange;

/** What updateMetadata answers. */
export type UpdateMetadataResponse = MetadataChange;
