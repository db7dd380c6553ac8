// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, type UnknownVariant, tagged } from "../../../../lib/schema/index.js";
import { ApiKeyCredentials } from "./apikeycredentials.js";
import { AppCredentials } from "./appcredentials.js";
import { AwsSigV4Credentials } from "./awssigv4credentials.js";
import { BasicCredentials } from "./basiccredentials.js";
import { BillCredentials } from "./billcredentials.js";
import { CustomCredentials } from "./customcredentials.js";
import { JwtCredentials } from "./jwtcredentials.js";
import { OAuth1Credentials } from "./oauth1credentials.js";
import { OAuth2ClientCredentials } from "./oauth2clientcredentials.js";
import { OAuth2Credentials } from "./oauth2credentials.js";
import { SignatureCredentials } from "./signaturecredentials.js";
import { TbaCredentials } from "./tbacredentials.js";
import { TwoStepCredentials } from "./twostepcredentials.js";

/**
 * The credentials of the connection, told apart by `type`. There is no `type` if there are no
 * credentials, or if the key may not read them. New types may appear at any time. In these cases
 * the value is passed through unchanged.
 */
export type ConnectionCredentials =
  | OAuth2Credentials
  | OAuth2ClientCredentials
  | OAuth1Credentials
  | ApiKeyCredentials
  | BasicCredentials
  | TbaCredentials
  | AppCredentials
  | CustomCredentials
  | JwtCredentials
  | BillCredentials
  | TwoStepCredentials
  | SignatureCredentials
  | AwsSigV4Credentials
  | UnknownVariant;
export const ConnectionCredentials: Schema<ConnectionCredentials> = /* @__PURE__ */ tagged(
  "type",
  "type",
  () => ({
    OAUTH2: OAuth2Credentials,
    OAUTH2_CC: OAuth2ClientCredentials,
    OAUTH1: OAuth1Credentials,
    API_KEY: ApiKeyCredentials,
    BASIC: BasicCredentials,
    TBA: TbaCredentials,
    APP: AppCredentials,
    CUSTOM: CustomCredentials,
    JWT: JwtCredentials,
    BILL: BillCredentials,
    TWO_STEP: TwoStepCredentials,
    SIGNATURE: SignatureCredentials,
    AWS_SIGV4: AwsSigV4Credentials,
  }),
  true,
);
