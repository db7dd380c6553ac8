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

/** A role of AWS. */
export interface AwsSigV4Credentials {
  /** Tells the kind. */
  type: "AWS_SIGV4";
  /** The role. */
  roleArn: string;
  /** The region. */
  region: string;
  /** The service. */
  service: string;
  /** The id of the key. */
  accessKeyId: string;
  /** The key. */
  secretAccessKey: string;
  /** The token of the session. */
  sessionToken: string;
  /** When they expire. */
  expiresAt?: Date | undefined;
  /** The id that the role asks for. */
  externalId?: string | undefined;
  /** What the provider sent. */
  raw?: Record<string, unknown> | undefined;
}
export const AwsSigV4Credentials: Schema<AwsSigV4Credentials> =
  /* @__PURE__ */ object<AwsSigV4Credentials>(() => ({
    type: literal("AWS_SIGV4"),
    roleArn: as("role_arn", string),
    region: string,
    service: string,
    accessKeyId: as("access_key_id", string),
    secretAccessKey: as("secret_access_key", string),
    sessionToken: as("session_token", string),
    expiresAt: optionalAs("expires_at", dateTime),
    externalId: optionalAs("external_id", string),
    raw: optional(record(unknown)),
  }));
