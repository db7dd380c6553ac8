// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, dateTime, object, optional, string } from "../../../../lib/schema/index.js";
import { ProviderAppMetadata } from "./providerappmetadata.js";

/** Your OAuth app at a provider. */
export interface ProviderApp {
  /** The id of the app. */
  id: string;
  /** The id of the project that the app belongs to. */
  projectId: string;
  /** Your own id for the app. */
  externalRef?: string | undefined;
  /** The name of the provider in Ampersand's catalog. */
  provider: string;
  /** The app's OAuth client id at the provider. Not a secret. */
  clientId: string;
  /** The scopes that customers are asked to grant. */
  scopes?: string[] | undefined;
  /** Provider-specific settings of the app. */
  metadata?: ProviderAppMetadata | undefined;
  /** When the app was registered. The API sends microseconds; a `Date` keeps milliseconds. */
  createTime: Date;
  /** When the app was last updated. Absent if it never was. */
  updateTime?: Date | undefined;
}
export const ProviderApp: Schema<ProviderApp> = /* @__PURE__ */ object(() => ({
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
