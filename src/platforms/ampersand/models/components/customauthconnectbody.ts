// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { object, optional, record, string, unknown } from "../../../../lib/schema/index.js";
import { ProviderMetadata } from "./providermetadata.js";

/** A first step of an authorization, or the next one of a session. */
export interface CustomAuthConnectBody {
  /** The id of your Ampersand project, or its name. */
  projectIdOrName: string;
  /** The name of the provider in Ampersand's catalog. */
  provider?: string | undefined;
  /** Your own id of the customer who connects. */
  groupRef?: string | undefined;
  /** The name of the customer, for people. */
  groupName?: string | undefined;
  /** Your own id of the person who connects. */
  consumerRef?: string | undefined;
  /** The name of the person. */
  consumerName?: string | undefined;
  /** What else the provider needs to know, such as a region or an instance. */
  providerMetadata?: ProviderMetadata | undefined;
  /** The id of the app at the provider to connect with, where there are several. */
  providerAppId?: string | undefined;
  /** The credentials, by the names that the provider uses. Secret. */
  customAuth?: Record<string, unknown> | undefined;
  /** The session to go on with, as an earlier `redirect` gave it. */
  sessionId?: string | undefined;
  /** The query parameters with which the customer came back from a `redirect`. */
  callbackParams?: Record<string, string> | undefined;
}
export const CustomAuthConnectBody: Schema<CustomAuthConnectBody> =
  /* @__PURE__ */ object<CustomAuthConnectBody>(() => ({
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
