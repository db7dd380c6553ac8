// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, literal, object, string } from "../../../../lib/schema/index.js";

/** The installation of an app that has users. */
export interface CustomInput {
  /** The type of the credentials. */
  type: "CUSTOM";
  /** The id of the app. */
  appId: string;
  /** The id of the installation. */
  installationId: string;
}
export const CustomInput: Schema<CustomInput> = /* @__PURE__ */ object(() => ({
  type: literal("CUSTOM"),
  appId: as("app_id", string),
  installationId: as("installation_id", string),
}));
