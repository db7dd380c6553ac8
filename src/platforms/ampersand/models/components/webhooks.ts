// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema, UnknownVariant } from "../../../../lib/schema/index.js";
import { array, literal, object, optional, string, tagged } from "../../../../lib/schema/index.js";

/** A customer has connected. */
export interface ConnectionCreatedWebhook {
  /** The kind of webhook. */
  notificationType: "connection.created";
  data: ConnectionWebhookData;
}
export const ConnectionCreatedWebhook: Schema<ConnectionCreatedWebhook> = /* @__PURE__ */ object(
  () => ({
    notificationType: literal("connection.created"),
    data: ConnectionWebhookData,
  }),
);

/** A connection no longer works. `data.error` says why. */
export interface ConnectionErrorWebhook {
  /** The kind of webhook. */
  notificationType: "connection.error";
  data: ConnectionWebhookData;
}
export const ConnectionErrorWebhook: Schema<ConnectionErrorWebhook> = /* @__PURE__ */ object(
  () => ({
    notificationType: literal("connection.error"),
    data: ConnectionWebhookData,
  }),
);

/** The connection that a webhook is about. */
export interface ConnectionWebhookData {
  /** The id of the project. */
  projectId: string;
  /** The id of the connection. */
  connectionId: string;
  /** The provider: `salesforce`, ... */
  provider: string;
  /** Your id of the customer. */
  groupRef?: string | undefined;
  /** Your id of the person. */
  consumerRef?: string | undefined;
  /** The name of the person. */
  consumerName?: string | undefined;
  /** What is wrong with the connection. */
  error?: string[] | undefined;
}
export const ConnectionWebhookData: Schema<ConnectionWebhookData> = /* @__PURE__ */ object(() => ({
  projectId: string,
  connectionId: string,
  provider: string,
  groupRef: optional(string),
  consumerRef: optional(string),
  consumerName: optional(string),
  error: optional(array(string)),
}));

/**
 * An event that the API sends as a webhook:
 *
 * - `connection.created`: A customer has connected.
 * - `connection.error`: A connection no longer works.
 */
export type WebhookEvent =
  | ConnectionCreatedWebhook
  | ConnectionErrorWebhook
  | UnknownVariant<"notificationType">;
export const WebhookEvent: Schema<WebhookEvent> = /* @__PURE__ */ tagged(
  "notificationType",
  "notificationType",
  () => ({
    "connection.created": ConnectionCreatedWebhook,
    "connection.error": ConnectionErrorWebhook,
  }),
  true,
);
