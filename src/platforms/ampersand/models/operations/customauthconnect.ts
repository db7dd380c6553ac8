// Written by sdkwright. Change the document or the generator, not this file.
import type { CustomAuthConnectBody } from "../components/customauthconnectbody.js";
import type { CustomAuthConnectResult } from "../components/customauthconnectresult.js";

/** The request of customAuthConnect. */
export type CustomAuthConnectRequest = CustomAuthConnectBody;

/** The response of customAuthConnect. */
export type CustomAuthConnectResponse = CustomAuthConnectResult;
