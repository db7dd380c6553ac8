// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optional, string } from "../../../../lib/schema/index.js";

/** A link. */
export interface HalRef {
  /** The URL, relative to the base URL of the API. */
  href?: string | undefined;
}
export const HalRef: Schema<HalRef> = /* @__PURE__ */ object(() => ({
  href: optional(string),
}));
