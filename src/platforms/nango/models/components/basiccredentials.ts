// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, literal, object, string } from "../../../../lib/schema/index.js";

/** A user name and password. */
export interface BasicCredentials {
  /** The type of the credentials. */
  type: "BASIC";
  /** The user name. */
  username: string;
  /** The password. May be empty. */
  password: string;
}
export const BasicCredentials: Schema<BasicCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("BASIC"),
  username: string,
  password: string,
}));
