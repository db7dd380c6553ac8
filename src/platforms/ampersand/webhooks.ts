// Written by sdkwright. Change the document or the generator, not this file.
import type { WebhookSigner, WebhookValidator } from "../../lib/webhook/index.js";
import { standardWebhooks, webhookSigner, webhookValidator } from "../../lib/webhook/index.js";
import { WebhookEvent } from "./models/components/webhooks.js";

/**
 * Checks the signature of a webhook and decodes its event. Returns a `Result`, and never rejects.
 * Do not process a webhook whose result is an error.
 */
export const validateWebhook: WebhookValidator<WebhookEvent> = /* @__PURE__ */ webhookValidator(
  /* @__PURE__ */ standardWebhooks(),
  WebhookEvent,
);

/**
 * Signs an event as the API does: for tests of a receiver. Returns the headers and the body to
 * send, which `validateWebhook` takes as `request`.
 */
export const signWebhook: WebhookSigner<WebhookEvent> = /* @__PURE__ */ webhookSigner(
  /* @__PURE__ */ standardWebhooks(),
  WebhookEvent,
);

export { WebhookEvent } from "./models/components/webhooks.js";
export {
  type SignWebhookOptions,
  type SignedWebhook,
  type ValidateWebhookOptions,
  type WebhookError,
  type WebhookHeaders,
  type WebhookMessage,
  WebhookPayloadError,
  type WebhookRejection,
  type WebhookRequest,
  type WebhookSecret,
  type WebhookStream,
  WebhookVerificationError,
} from "../../lib/webhook/index.js";
