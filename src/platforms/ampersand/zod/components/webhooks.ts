// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define, unknownVariant, unknownVariantWire } from "../../../../lib/zod/classic.js";

/** The connection that a webhook is about. */
export const ConnectionWebhookData = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectId: z.string(),
    connectionId: z.string(),
    provider: z.string(),
    groupRef: z.string().optional(),
    consumerRef: z.string().optional(),
    consumerName: z.string().optional(),
    error: z.array(z.string()).optional(),
  }),
);
/** {@link ConnectionWebhookData} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionWebhookDataWire = ConnectionWebhookData;

/** A customer has connected. */
export const ConnectionCreatedWebhook = /* @__PURE__ */ define(() =>
  z.looseObject({
    notificationType: z.literal("connection.created"),
    data: ConnectionWebhookData,
  }),
);
/** {@link ConnectionCreatedWebhook} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionCreatedWebhookWire = ConnectionCreatedWebhook;

/** A connection no longer works. `data.error` says why. */
export const ConnectionErrorWebhook = /* @__PURE__ */ define(() =>
  z.looseObject({
    notificationType: z.literal("connection.error"),
    data: ConnectionWebhookData,
  }),
);
/** {@link ConnectionErrorWebhook} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionErrorWebhookWire = ConnectionErrorWebhook;

/**
 * An event that the API sends as a webhook:
 *
 * - `connection.created`: A customer has connected.
 * - `connection.error`: A connection no longer works.
 */
export const WebhookEvent = /* @__PURE__ */ define(() =>
  z.union([
    z.discriminatedUnion("notificationType", [ConnectionCreatedWebhook, ConnectionErrorWebhook]),
    unknownVariant("notificationType"),
  ]),
);
/** {@link WebhookEvent} and its JSON, for `z.decode` and `z.encode`. */
export const WebhookEventWire = /* @__PURE__ */ define(() =>
  z.union([
    z.discriminatedUnion("notificationType", [ConnectionCreatedWebhook, ConnectionErrorWebhook]),
    unknownVariantWire("notificationType"),
  ]),
);
