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
import { ConnectionProblem } from "./connectionproblem.js";
import { EndUser } from "./enduser.js";
import { Tags } from "./tags.js";

/** A connection without its credentials, as lists contain it. */
export interface ConnectionSummary {
  /** Nango's own number for the connection. */
  id: number;
  /** The id of the connection. */
  connectionId: string;
  /** The name of the provider, for example `hubspot`. */
  provider: string;
  /** The id of the integration. */
  providerConfigKey: string;
  /** When the connection was created. */
  created: Date;
  /** Your own metadata for the connection. */
  metadata?: Record<string, unknown> | null | undefined;
  tags: Tags;
  /** The current problems with the connection. */
  errors: ConnectionProblem[];
  /** The person whose connection it is. */
  endUser?: EndUser | null | undefined;
}
export const ConnectionSummary: Schema<ConnectionSummary> = /* @__PURE__ */ object(() => ({
  id: integer,
  connectionId: as("connection_id", string),
  provider: string,
  providerConfigKey: as("provider_config_key", string),
  created: dateTime,
  metadata: optional(nullable(record(unknown))),
  tags: Tags,
  errors: array(ConnectionProblem),
  endUser: optionalAs("end_user", nullable(EndUser)),
}));
