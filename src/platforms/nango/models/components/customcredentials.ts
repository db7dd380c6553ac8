// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  literal,
  nullable,
  object,
  optional,
  record,
  unknown,
} from "../../../../lib/schema/index.js";
import { AppCredentials } from "./appcredentials.js";
import { OAuth2Credentials } from "./oauth2credentials.js";

/** The tokens of an app and of one of its users. */
export interface CustomCredentials {
  /** The type of the credentials. */
  type: "CUSTOM";
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
  app?: AppCredentials | undefined;
  /** The tokens of the user. */
  user?: OAuth2Credentials | null | undefined;
}
export const CustomCredentials: Schema<CustomCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("CUSTOM"),
  raw: optional(record(unknown)),
  app: optional(AppCredentials),
  user: optional(nullable(OAuth2Credentials)),
}));
