// Written by connections-sdk-generator. Change the document or the generator, not this file.
import type { CustomAuthConnectBody } from "../components/customauthconnectbody.js";
import type { CustomAuthConnectResult } from "../components/customauthconnectresult.js";

/** What customAuthConnect takes. */
export type CustomAuthConnectRequest = CustomAuthConnectBody;

/** What customAuthConnect answers. */
export type CustomAuthConnectResponse = CustomAuthConnectResult;
