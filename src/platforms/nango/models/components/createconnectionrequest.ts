// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  as,
  object,
  optional,
  optionalAs,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";
import { CredentialsInput } from "./credentialsinput.js";
import { EndUserInput } from "./enduserinput.js";
import { Tags } from "./tags.js";

/** A connection to create, or the new credentials of one that exists. */
export interface CreateConnectionRequest {
  /** The id of the integration. */
  providerConfigKey: string;
  /** The id of the connection. If you omit it Nango generates one. */
  connectionId?: string | undefined;
  /** Your own metadata for the connection. */
  metadata?: Record<string, unknown> | undefined;
  /** Settings that the provider requires besides the credentials, such as a subdomain. */
  connectionConfig?: Record<string, unknown> | undefined;
  /** The URL that receives the webhooks of this connection. */
  webhookUrlOverride?: string | undefined;
  credentials: CredentialsInput;
  tags?: Tags | undefined;
  endUser?: EndUserInput | undefined;
}
export const CreateConnectionRequest: Schema<CreateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    providerConfigKey: as("provider_config_key", string),
    connectionId: optionalAs("connection_id", string),
    metadata: optional(record(unknown)),
    connectionConfig: optionalAs("connection_config", record(unknown)),
    webhookUrlOverride: optionalAs("webhook_url_override", string),
    credentials: CredentialsInput,
    tags: optional(Tags),
    endUser: optionalAs("end_user", EndUserInput),
  }),
);
