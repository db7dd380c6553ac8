// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, type UnknownVariant, openUnion } from "../../../../lib/schema/index.js";
import { CustomAuthConnected } from "./customauthconnected.js";
import { CustomAuthRedirect } from "./customauthredirect.js";

/** The URL to send the customer to next, or the new connection. */
export type CustomAuthConnectResult =
  | CustomAuthRedirect
  | CustomAuthConnected
  | UnknownVariant<never>;
export const CustomAuthConnectResult: Schema<CustomAuthConnectResult> = /* @__PURE__ */ openUnion(
  () => [CustomAuthRedirect, CustomAuthConnected],
);
