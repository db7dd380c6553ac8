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
 * It can hold secrets (`credentials`, `connection_config`): redact it before logging.
 */
export interface Connection {
  /** Nango's own number of the connection. */
  id: number;
  /** The id of the connection. */
  connectionId: string;
  /** The provider, such as `hubspot`. */
  provider: string;
  /** The id of the integration. */
  providerConfigKey: string;
  /** What goes wrong with it at present. */
  errors: ConnectionProblem[];
  /** Whose it is. */
  endUser?: EndUser | null | undefined;
  tags: Tags;
  /** What you noted about it. */
  metadata?: Record<string, unknown> | null | undefined;
  /** What the provider needs besides the credentials, such as a subdomain. */
  connectionConfig?: Record<string, unknown> | undefined;
  /** Where webhooks of this connection go. */
  webhookUrlOverride?: string | null | undefined;
  /** When it was made. */
  createdAt: Date;
  /** When it last changed. */
  updatedAt: Date;
  /** When its credentials were last asked for. */
  lastFetchedAt?: Date | null | undefined;
  credentials: ConnectionCredentials;
}
export const Connection: Schema<Connection> = /* @__PURE__ */ object<Connection>(() => ({
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
