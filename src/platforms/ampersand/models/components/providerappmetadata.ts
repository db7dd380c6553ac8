// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, object, optional, record, string } from "../../../../lib/schema/index.js";

/** Settings of an OAuth app that only its provider knows. */
export interface ProviderAppMetadata {
  /**
   * Query parameters to add to the provider's authorization address; each may have several values.
   */
  authQueryParams?: Record<string, string[]> | undefined;
  /** Further values that the provider's authorization needs, by name. */
  providerParams?: Record<string, string> | undefined;
}
export const ProviderAppMetadata: Schema<ProviderAppMetadata> =
  /* @__PURE__ */ object<ProviderAppMetadata>(() => ({
    authQueryParams: optional(record(array(string))),
    providerParams: optional(record(string)),
  }));
