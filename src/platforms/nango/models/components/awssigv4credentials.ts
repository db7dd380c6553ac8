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

/** An AWS role. */
export interface AwsSigV4Credentials {
  /** The type of the credentials. */
  type: "AWS_SIGV4";
  /** The ARN of the role. */
  roleArn: string;
  /** The region. */
  region: string;
  /** The service. */
  service: string;
  /** The id of the access key. */
  accessKeyId: string;
  /** The secret access key. */
  secretAccessKey: string;
  /** The session token. */
  sessionToken: string;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  /** The external id that the role requires. */
  externalId?: string | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const AwsSigV4Credentials: Schema<AwsSigV4Credentials> = /* @__PURE__ */ object(() => ({
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
