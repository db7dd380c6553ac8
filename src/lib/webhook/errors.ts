import { SDKError, hide } from "../errors/base.js";
import type { ErrorOptions } from "../errors/client.js";

/** Why a webhook was rejected. */
export type WebhookRejection =
  /** A header is missing or malformed. */
  | "header"
  /** The timestamp is further from now than the tolerance allows. */
  | "timestamp"
  /** No signature matches: another secret, or a body that was changed. */
  | "signature"
  /** The secret is missing or malformed. */
  | "secret"
  /** The raw body is not available: it was read or parsed before. */
  | "body"
  /** The runtime lacks the algorithm of the signature. */
  | "unsupported"
  /** The body is larger than `maxBodyBytes`. */
  | "size";

/**
 * The webhook cannot be trusted: do not process it. Respond with status 400 or 401. `reason` says
 * why, and the message what to do about it. Neither contains the secret.
 */
export class WebhookVerificationError extends SDKError {
  override readonly name = "WebhookVerificationError";
  static override get _name(): string {
    return "WebhookVerificationError";
  }
  /** Why the webhook was rejected. */
  readonly reason: WebhookRejection;
  /** The error that led to this one. Not shown when the error is logged. */
  declare readonly cause: unknown;

  constructor(reason: WebhookRejection, message: string, options?: ErrorOptions) {
    super(`Webhook verification failed: ${message}`);
    this.reason = reason;
    hide(this, { ...options });
  }
}

/**
 * The signature is valid, but the body is not JSON. `body` has it. Not shown when the error is
 * logged.
 */
export class WebhookPayloadError extends SDKError {
  override readonly name = "WebhookPayloadError";
  static override get _name(): string {
    return "WebhookPayloadError";
  }
  /** The body as a string. Not shown when the error is logged. */
  declare readonly body: string;

  constructor(body: string) {
    super("Webhook payload is not JSON, although its signature is valid");
    hide(this, { body });
  }
}
