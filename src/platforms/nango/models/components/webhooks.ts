// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema, UnknownVariant } from "../../../../lib/schema/index.js";
import {
  boolean,
  lazy,
  literal,
  object,
  optional,
  record,
  string,
  tagged,
} from "../../../../lib/schema/index.js";

/** What has happened to the authorization of a connection. */
export interface AuthWebhook {
  /** The kind of webhook. */
  type: "auth";
  /**
   * What was tried: to create the connection, to authorize it again (`override`), or to refresh its
   * credentials. A `refresh` is sent when it failed, and when it works again.
   */
  operation: AuthWebhookOperation;
  /** The id of the connection. */
  connectionId: string;
  /** The id of the integration. */
  providerConfigKey: string;
  /** The name of the provider in Nango. */
  provider?: string | undefined;
  /** How the provider authorizes */
  authMode?: string | undefined;
  /** The name of the environment. */
  environment?: string | undefined;
  /** Whether it succeeded. */
  success: boolean;
  /** The tags of the connection. */
  tags?: Record<string, string> | undefined;
  /** Why it failed. */
  error?: AuthWebhookError | undefined;
}
export const AuthWebhook: Schema<AuthWebhook> = /* @__PURE__ */ object(() => ({
  type: literal("auth"),
  operation: string,
  connectionId: string,
  providerConfigKey: string,
  provider: optional(string),
  authMode: optional(string),
  environment: optional(string),
  success: boolean,
  tags: optional(record(string)),
  error: optional(AuthWebhookError),
}));

/**
 * What was tried: to create the connection, to authorize it again (`override`), or to refresh its
 * credentials. A `refresh` is sent when it failed, and when it works again.
 */
export const AuthWebhookOperation = {
  Creation: "creation",
  Override: "override",
  Refresh: "refresh",
} as const;
/**
 * What was tried: to create the connection, to authorize it again (`override`), or to refresh its
 * credentials. A `refresh` is sent when it failed, and when it works again.
 */
export type AuthWebhookOperation = "creation" | "override" | "refresh" | (string & {});

/** Why it failed. */
export interface AuthWebhookError {
  /** The kind of error. */
  type?: string | undefined;
  /** The error in words. */
  description?: string | undefined;
}
export const AuthWebhookError: Schema<AuthWebhookError> = /* @__PURE__ */ object(() => ({
  type: optional(string),
  description: optional(string),
}));

/**
 * An event that the API sends as a webhook:
 *
 * - `auth`: A connection was created or authorized again, or its credentials could not be
 *   refreshed.
 */
export type WebhookEvent = AuthWebhook | UnknownVariant;
export const WebhookEvent: Schema<WebhookEvent> = /* @__PURE__ */ lazy(() =>
  tagged("type", "type", () => ({ auth: AuthWebhook }), true),
);
