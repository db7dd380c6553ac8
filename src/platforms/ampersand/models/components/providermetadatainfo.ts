// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optional, string } from "../../../../lib/schema/index.js";

/** One fact about the customer's account at the provider. */
export interface ProviderMetadataInfo {
  /** The fact itself. */
  value: string;
  /**
   * Where it came from: the `input` of a person, the answer that held the `token`, or the
   * `provider`'s API.
   */
  source: ProviderMetadataInfoSource;
  /** What to call it in a user interface. */
  displayName?: string | undefined;
}
export const ProviderMetadataInfo: Schema<ProviderMetadataInfo> =
  /* @__PURE__ */ object<ProviderMetadataInfo>(() => ({
    value: string,
    source: string,
    displayName: optional(string),
  }));

/**
 * Where it came from: the `input` of a person, the answer that held the `token`, or the
 * `provider`'s API.
 */
export const ProviderMetadataInfoSource = {
  Input: "input",
  Token: "token",
  Provider: "provider",
} as const;
/**
 * Where it came from: the `input` of a person, the answer that held the `token`, or the
 * `provider`'s API.
 */
export type ProviderMetadataInfoSource = "input" | "token" | "provider" | (string & {});
