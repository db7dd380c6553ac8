// Written by sdkwright. Change the document or the generator, not this file.
import type { Integrations } from "../components/integrations.js";

/** The response of listIntegrations. */
export type ListIntegrationsResponse = Integrations;
