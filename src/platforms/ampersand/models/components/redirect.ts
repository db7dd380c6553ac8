// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";

/** An address to send the customer to, and the session to go on with when they are back. */
export interface Redirect {
  /** The address to send the customer to. */
  url: string;
  /** Goes into the next request, so that it continues this authorization. */
  sessionId: string;
}
export const Redirect: Schema<Redirect> = /* @__PURE__ */ object<Redirect>(() => ({
  url: string,
  sessionId: string,
}));
