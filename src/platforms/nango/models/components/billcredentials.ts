// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  as,
  dateTime,
  literal,
  object,
  optional,
  optionalAs,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";

/** A BILL session. */
export interface BillCredentials {
  /** The type of the credentials. */
  type: "BILL";
  /** The user name. */
  username: string;
  /** The password. May be empty. */
  password: string;
  /** The id of the organization. */
  organizationId: string;
  /** The developer key. */
  devKey: string;
  /** The id of the session. */
  sessionId?: string | undefined;
  /** The id of the user. */
  userId?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const BillCredentials: Schema<BillCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("BILL"),
  username: string,
  password: string,
  organizationId: as("organization_id", string),
  devKey: as("dev_key", string),
  sessionId: optionalAs("session_id", string),
  userId: optionalAs("user_id", string),
  expiresAt: optionalAs("expires_at", dateTime),
  raw: optional(record(unknown)),
}));
