// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optional } from "../../../../lib/schema/index.js";
import { HalRef } from "./halref.js";

/** Where this page and its neighbours are. */
export interface Links {
  self: HalRef;
  current: HalRef;
  /** The page after this one; absent on the last. */
  next?: HalRef | undefined;
  /** The page before this one; absent on the first. */
  previous?: HalRef | undefined;
}
export const Links: Schema<Links> = /* @__PURE__ */ object<Links>(() => ({
  self: HalRef,
  current: HalRef,
  next: optional(HalRef),
  previous: optional(HalRef),
}));
