/** Webhooks: validating their signatures, decoding their events, and signing them. */
export { WebhookPayloadError, type WebhookRejection, WebhookVerificationError } from "./errors.js";
export type { VersionedSignatures, WebhookKey } from "./keys.js";
export type { WebhookHeaders, WebhookMessage, WebhookRequest, WebhookStream } from "./request.js";
export {
  type SignatureEncoding,
  type WebhookDelivery,
  type WebhookScheme,
  type WebhookSecret,
  type WebhookSignatures,
  signatureHeader,
  standardWebhooks,
} from "./schemes.js";
export {
  type SignWebhookOptions,
  type SignedWebhook,
  type ValidateWebhookOptions,
  type WebhookError,
  type WebhookSigner,
  type WebhookValidator,
  webhookSigner,
  webhookValidator,
} from "./validate.js";
