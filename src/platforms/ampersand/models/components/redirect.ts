// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";

/** A URL to send the customer to, and the session to continue when they return. */
export interface Redirect {
  /** The URL to send the customer to. */
  url: string;
  /** The session to pass in the next request, to continue this authorization. */
  sessionId: string;
}
export const Redirect: Schema<Redirect> = /* @__PURE__ */ object(() => ({
  url: string,
  sessionId: string,
}));
