// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";

/** A user name and password for providers with HTTP basic authentication. Secret. */
export interface BasicAuth {
  /** The user name. */
  username: string;
  /** The password. Secret. */
  password: string;
}
export const BasicAuth: Schema<BasicAuth> = /* @__PURE__ */ object(() => ({
  username: string,
  password: string,
}));
