// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, type UnknownVariant, tagged } from "../../../../lib/schema/index.js";
import { ApiKeyInput } from "./apikeyinput.js";
import { AppInput } from "./appinput.js";
import { BasicInput } from "./basicinput.js";
import { CustomInput } from "./custominput.js";
import { NoCredentials } from "./nocredentials.js";
import { OAuth1Input } from "./oauth1input.js";
import { OAuth2ClientInput } from "./oauth2clientinput.js";
import { OAuth2Input } from "./oauth2input.js";
import { TbaInput } from "./tbainput.js";

/** The credentials of the connection. The `type` must be the one that the provider uses. */
export type CredentialsInput =
  | OAuth2Input
  | OAuth2ClientInput
  | OAuth1Input
  | ApiKeyInput
  | BasicInput
  | TbaInput
  | AppInput
  | CustomInput
  | NoCredentials
  | UnknownVariant;
export const CredentialsInput: Schema<CredentialsInput> = /* @__PURE__ */ tagged(
  "type",
  "type",
  () => ({
    OAUTH2: OAuth2Input,
    OAUTH2_CC: OAuth2ClientInput,
    OAUTH1: OAuth1Input,
    API_KEY: ApiKeyInput,
    BASIC: BasicInput,
    TBA: TbaInput,
    APP: AppInput,
    CUSTOM: CustomInput,
    NONE: NoCredentials,
  }),
  true,
);
