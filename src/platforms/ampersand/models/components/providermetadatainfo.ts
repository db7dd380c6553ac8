// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optional, string } from "../../../../lib/schema/index.js";

/** A fact about the customer's account at the provider. */
export interface ProviderMetadataInfo {
  /** The value of the fact. */
  value: string;
  /**
   * Where the value comes from: the `input` of a person, the response that contained the `token`,
   * or the API of the `provider`.
   */
  source: ProviderMetadataInfoSource;
  /** The display name of the fact. */
  displayName?: string | undefined;
}
export const ProviderMetadataInfo: Schema<ProviderMetadataInfo> = /* @__PURE__ */ object(() => ({
  value: string,
  source: string,
  displayName: optional(string),
}));

/**
 * Where the value comes from: the `input` of a person, the response that contained the `token`, or
 * the API of the `provider`.
 */
export const ProviderMetadataInfoSource = {
  Input: "input",
  Token: "token",
  Provider: "provider",
} as const;
/**
 * Where the value comes from: the `input` of a person, the response that contained the `token`, or
 * the API of the `provider`.
 */
export type ProviderMetadataInfoSource = "input" | "token" | "provider" | (string & {});
