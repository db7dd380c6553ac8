// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, literal, object, string } from "../../../../lib/schema/index.js";

/** An installation of an app with users. */
export interface CustomInput {
  /** Tells the kind. */
  type: "CUSTOM";
  /** The id of the app. */
  appId: string;
  /** The id of its installation. */
  installationId: string;
}
export const CustomInput: Schema<CustomInput> = /* @__PURE__ */ object<CustomInput>(() => ({
  type: literal("CUSTOM"),
  appId: as("app_id", string),
  installationId: as("installation_id", string),
}));
