// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optionalAs, string } from "../../../../lib/schema/index.js";

/** The customer's own OAuth client, used instead of the integration's. */
export interface ConfigOverride {
  /** The client's id. */
  clientId?: string | undefined;
  /** The client's secret. */
  clientSecret?: string | undefined;
}
export const ConfigOverride: Schema<ConfigOverride> = /* @__PURE__ */ object(() => ({
  clientId: optionalAs("client_id", string),
  clientSecret: optionalAs("client_secret", string),
}));
