// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, type UnknownVariant, openUnion } from "../../../../lib/schema/index.js";
import { CustomAuthConnected } from "./customauthconnected.js";
import { CustomAuthRedirect } from "./customauthredirect.js";

/** Where to send the customer next, or the finished connection. */
export type CustomAuthConnectResult =
  | CustomAuthRedirect
  | CustomAuthConnected
  | UnknownVariant<never>;
export const CustomAuthConnectResult: Schema<CustomAuthConnectResult> =
  /* @__PURE__ */ openUnion<CustomAuthConnectResult>(() => [
    CustomAuthRedirect,
    CustomAuthConnected,
  ]);
