// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  as,
  dateTime,
  integer,
  nullable,
  object,
  optional,
  optionalAs,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";
import { ConnectionCredentials } from "./connectioncredentials.js";
import { ConnectionProblem } from "./connectionproblem.js";
import { EndUser } from "./enduser.js";
import { Tags } from "./tags.js";

/**
 * A connection.
 *
 * It can contain secrets (`credentials`, `connection_config`): redact them before you log it.
 */
export interface Connection {
  /** Nango's own number for the connection. */
  id: number;
  /** The id of the connection. */
  connectionId: string;
  /** The name of the provider, for example `hubspot`. */
  provider: string;
  /** The id of the integration. */
  providerConfigKey: string;
  /** The current problems with the connection. */
  errors: ConnectionProblem[];
  /** The person whose connection it is. */
  endUser?: EndUser | null | undefined;
  tags: Tags;
  /** Your own metadata for the connection. */
  metadata?: Record<string, unknown> | null | undefined;
  /** Settings that the provider requires besides the credentials, such as a subdomain. */
  connectionConfig?: Record<string, unknown> | undefined;
  /** The URL that receives the webhooks of this connection. */
  webhookUrlOverride?: string | null | undefined;
  /** When the connection was created. */
  createdAt: Date;
  /** When the connection was last updated. */
  updatedAt: Date;
  /** When the credentials were last requested. */
  lastFetchedAt?: Date | null | undefined;
  credentials: ConnectionCredentials;
}
export const Connection: Schema<Connection> = /* @__PURE__ */ object(() => ({
  id: integer,
  connectionId: as("connection_id", string),
  provider: string,
  providerConfigKey: as("provider_config_key", string),
  errors: array(ConnectionProblem),
  endUser: optionalAs("end_user", nullable(EndUser)),
  tags: Tags,
  metadata: optional(nullable(record(unknown))),
  connectionConfig: optionalAs("connection_config", record(unknown)),
  webhookUrlOverride: optionalAs("webhook_url_override", nullable(string)),
  createdAt: as("created_at", dateTime),
  updatedAt: as("updated_at", dateTime),
  lastFetchedAt: optionalAs("last_fetched_at", nullable(dateTime)),
  credentials: ConnectionCredentials,
}));
