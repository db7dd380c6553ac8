// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optional } from "../../../../lib/schema/index.js";
import { HalRef } from "./halref.js";

/** Links to this page and to its neighbors. */
export interface Links {
  self: HalRef;
  current: HalRef;
  /** The next page. Absent on the last page. */
  next?: HalRef | undefined;
  /** The previous page. Absent on the first page. */
  previous?: HalRef | undefined;
}
export const Links: Schema<Links> = /* @__PURE__ */ object(() => ({
  self: HalRef,
  current: HalRef,
  next: optional(HalRef),
  previous: optional(HalRef),
}));
