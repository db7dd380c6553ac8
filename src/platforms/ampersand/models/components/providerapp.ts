// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, dateTime, object, optional, string } from "../../../../lib/schema/index.js";
import { ProviderAppMetadata } from "./providerappmetadata.js";

/** Your OAuth app at a provider. */
export interface ProviderApp {
  /** The id that Ampersand gave the app. */
  id: string;
  /** The id of the project that the app belongs to. */
  projectId: string;
  /** Your own id of the app. */
  externalRef?: string | undefined;
  /** The name of the provider in Ampersand's catalog. */
  provider: string;
  /** The OAuth client id that the provider gave the app. Not secret. */
  clientId: string;
  /** The scopes that customers are asked for. */
  scopes?: string[] | undefined;
  /** Settings of the app that only its provider knows. */
  metadata?: ProviderAppMetadata | undefined;
  /** When the app was registered. The API sends microseconds; a `Date` keeps milliseconds. */
  createTime: Date;
  /** When the app last changed. Absent if it never did. */
  updateTime?: Date | undefined;
}
export const ProviderApp: Schema<ProviderApp> = /* @__PURE__ */ object<ProviderApp>(() => ({
  id: string,
  projectId: string,
  externalRef: optional(string),
  provider: string,
  clientId: string,
  scopes: optional(array(string)),
  metadata: optional(ProviderAppMetadata),
  createTime: dateTime,
  updateTime: optional(dateTime),
}));
