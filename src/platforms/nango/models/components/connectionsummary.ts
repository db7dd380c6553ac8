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

/** A connection as lists show it, without credentials. */
export interface ConnectionSummary {
  /** Nango's own number of the connection. */
  id: number;
  /** The id of the connection. */
  connectionId: string;
  /** The provider, such as `hubspot`. */
  provider: string;
  /** The id of the integration. */
  providerConfigKey: string;
  /** When it was made. */
  created: Date;
  /** What you noted about it. */
  metadata?: Record<string, unknown> | null | undefined;
  tags: Tags;
  /** What goes wrong with it at present. */
  errors: ConnectionProblem[];
  /** Whose it is. */
  endUser?: EndUser | null | undefined;
}
export const ConnectionSummary: Schema<ConnectionSummary> =
  /* @__PURE__ */ object<ConnectionSummary>(() => ({
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
