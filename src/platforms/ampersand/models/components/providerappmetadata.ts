// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, object, optional, record, string } from "../../../../lib/schema/index.js";

/** Provider-specific settings of an OAuth app. */
export interface ProviderAppMetadata {
  /** Query parameters to add to the provider's authorization URL. Each can have several values. */
  authQueryParams?: Record<string, string[]> | undefined;
  /** Further values that the provider's authorization requires, by name. */
  providerParams?: Record<string, string> | undefined;
}
export const ProviderAppMetadata: Schema<ProviderAppMetadata> = /* @__PURE__ */ object(() => ({
  authQueryParams: optional(record(array(string))),
  providerParams: optional(record(string)),
}));
