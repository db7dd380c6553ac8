// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  as,
  boolean,
  dateTime,
  object,
  optionalAs,
  string,
} from "../../../../lib/schema/index.js";

/** The integrations of an environment. */
export interface Integrations {
  /** The integrations. */
  data: Integration[];
}
export const Integrations: Schema<Integrations> = /* @__PURE__ */ object(() => ({
  data: array(Integration),
}));

/** Your configuration of a provider, which connections belong to. */
export interface Integration {
  /** The id of the integration: the `provider_config_key` of its connections. */
  uniqueKey: string;
  /** The name of the provider. */
  provider: string;
  /** The name of the integration for display. */
  displayName: string;
  /** The URL of the provider's logo. */
  logo: string;
  /** Whether Nango forwards the provider's webhooks to you. */
  forwardWebhooks?: boolean | undefined;
  /** When the integration was created. */
  createdAt: Date;
  /** When the integration was last updated. */
  updatedAt: Date;
}
export const Integration: Schema<Integration> = /* @__PURE__ */ object(() => ({
  uniqueKey: as("unique_key", string),
  provider: string,
  displayName: as("display_name", string),
  logo: string,
  forwardWebhooks: optionalAs("forward_webhooks", boolean),
  createdAt: as("created_at", dateTime),
  updatedAt: as("updated_at", dateTime),
}));
