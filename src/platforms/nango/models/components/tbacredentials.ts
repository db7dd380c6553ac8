// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { as, literal, object, optionalAs, string } from "../../../../lib/schema/index.js";
import { ConfigOverride } from "./configoverride.js";

/** A NetSuite token. */
export interface TbaCredentials {
  /** The type of the credentials. */
  type: "TBA";
  /** The id of the token. */
  tokenId: string;
  /** The secret of the token. */
  tokenSecret: string;
  configOverride?: ConfigOverride | undefined;
}
export const TbaCredentials: Schema<TbaCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("TBA"),
  tokenId: as("token_id", string),
  tokenSecret: as("token_secret", string),
  configOverride: optionalAs("config_override", ConfigOverride),
}));
