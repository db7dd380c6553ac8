// Written by connections-sdk-generator. Change the document or the generator, not this file.
import { type Schema, union } from "../../../lib/schema.js";
import { CustomAuthConnected } from "./customauthconnected.js";
import { CustomAuthRedirect } from "./customauthredirect.js";

/** Where to send the customer next, or the finished connection. */
export type CustomAuthConnectResult = CustomAuthRedirect | CustomAuthConnected;
export const CustomAuthConnectResult: Schema<CustomAuthConnectResult> =
  /* @__PURE__ */ union<CustomAuthConnectResult>(() => [CustomAuthRedirect, CustomAuthConnected]);
