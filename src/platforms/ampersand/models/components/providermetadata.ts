// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, lazy, record } from "../../../../lib/schema/index.js";
import { ProviderMetadataInfo } from "./providermetadatainfo.js";

/** Facts about the customer's account at the provider, such as its region or instance, by name. */
export type ProviderMetadata = Record<string, ProviderMetadataInfo>;
export const ProviderMetadata: Schema<ProviderMetadata> = /* @__PURE__ */ lazy(() =>
  record(ProviderMetadataInfo),
);
