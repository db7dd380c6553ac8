// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object } from "../../../../lib/schema/index.js";
import { Redirect } from "./redirect.js";

/** The customer has to act before the connection can be created. */
export interface CustomAuthRedirect {
  /** The URL to send the customer to, and the session to continue. */
  redirect: Redirect;
}
export const CustomAuthRedirect: Schema<CustomAuthRedirect> = /* @__PURE__ */ object(() => ({
  redirect: Redirect,
}));
