// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, literal, object, string } from "../../../../lib/schema/index.js";

/** The installation of an app. */
export interface AppInput {
  /** The type of the credentials. */
  type: "APP";
  /** The id of the app. */
  appId: string;
  /** The id of the installation. */
  installationId: string;
}
export const AppInput: Schema<AppInput> = /* @__PURE__ */ object(() => ({
  type: literal("APP"),
  appId: as("app_id", string),
  installationId: as("installation_id", string),
}));
