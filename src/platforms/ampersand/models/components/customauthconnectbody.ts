// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { object, optional, record, string, unknown } from "../../../../lib/schema/index.js";
import { ProviderMetadata } from "./providermetadata.js";

/** The first step of an authorization, or the next step of a session. */
export interface CustomAuthConnectBody {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The name of the provider in Ampersand's catalog. */
  provider?: string | undefined;
  /** Your own id for the customer. */
  groupRef?: string | undefined;
  /** The display name of the customer. */
  groupName?: string | undefined;
  /** Your own id for the person who connects the account. */
  consumerRef?: string | undefined;
  /** The name of the person. */
  consumerName?: string | undefined;
  /** Further facts that the provider requires, such as a region or an instance. */
  providerMetadata?: ProviderMetadata | undefined;
  /** The id of the OAuth app to connect with, if there are several. */
  providerAppId?: string | undefined;
  /** The credentials, by the names that the provider uses. Secret. */
  customAuth?: Record<string, unknown> | undefined;
  /** The `sessionId` of an earlier `redirect`, to continue its session. */
  sessionId?: string | undefined;
  /** The query parameters that the customer returned with from a `redirect`. */
  callbackParams?: Record<string, string> | undefined;
}
export const CustomAuthConnectBody: Schema<CustomAuthConnectBody> = /* @__PURE__ */ object(() => ({
  projectIdOrName: string,
  provider: optional(string),
  groupRef: optional(string),
  groupName: optional(string),
  consumerRef: optional(string),
  consumerName: optional(string),
  providerMetadata: optional(ProviderMetadata),
  providerAppId: optional(string),
  customAuth: optional(record(unknown)),
  sessionId: optional(string),
  callbackParams: optional(record(string)),
}));
