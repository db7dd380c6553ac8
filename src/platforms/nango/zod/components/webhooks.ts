// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define, unknownVariant, unknownVariantWire } from "../../../../lib/zod/classic.js";

/** Why it failed. */
export const AuthWebhookError = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.string().optional(),
    description: z.string().optional(),
  }),
);
/** {@link AuthWebhookError} and its JSON, for `z.decode` and `z.encode`. */
export const AuthWebhookErrorWire = AuthWebhookError;

/** What has happened to the authorization of a connection. */
export const AuthWebhook = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("auth"),
    operation: z.string(),
    connectionId: z.string(),
    providerConfigKey: z.string(),
    provider: z.string().optional(),
    authMode: z.string().optional(),
    environment: z.string().optional(),
    success: z.boolean(),
    tags: z.record(z.string(), z.string()).optional(),
    error: AuthWebhookError.optional(),
  }),
);
/** {@link AuthWebhook} and its JSON, for `z.decode` and `z.encode`. */
export const AuthWebhookWire = AuthWebhook;

/**
 * An event that the API sends as a webhook:
 *
 * - `auth`: A connection was created or authorized again, or its credentials could not be
 *   refreshed.
 */
export const WebhookEvent = /* @__PURE__ */ define(() =>
  z.union([z.discriminatedUnion("type", [AuthWebhook]), unknownVariant("type")]),
);
/** {@link WebhookEvent} and its JSON, for `z.decode` and `z.encode`. */
export const WebhookEventWire = /* @__PURE__ */ define(() =>
  z.union([z.discriminatedUnion("type", [AuthWebhook]), unknownVariantWire("type")]),
);
