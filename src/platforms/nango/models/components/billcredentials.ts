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

/** A session of BILL. */
export interface BillCredentials {
  /** Tells the kind. */
  type: "BILL";
  /** The user name. */
  username: string;
  /** The password. May be empty. */
  password: string;
  /** The id of the organization. */
  organizationId: string;
  /** The key of the developer. */
  devKey: string;
  /** The session. */
  sessionId?: string | undefined;
  /** The id of the user. */
  userId?: string | undefined;
  /** When they expire. */
  expiresAt?: Date | undefined;
  /** What the provider sent. */
  raw?: Record<string, unknown> | undefined;
}
export const BillCredentials: Schema<BillCredentials> = /* @__PURE__ */ object<BillCredentials>(
  () => ({
    type: literal("BILL"),
    username: string,
    password: string,
    organizationId: as("organization_id", string),
    devKey: as("dev_key", string),
    sessionId: optionalAs("session_id", string),
    userId: optionalAs("user_id", string),
    expiresAt: optionalAs("expires_at", dateTime),
    raw: optional(record(unknown)),
  }),
);
