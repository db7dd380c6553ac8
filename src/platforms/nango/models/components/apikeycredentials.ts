// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, literal, object, string } from "../../../../lib/schema/index.js";

/** A key. */
export interface ApiKeyCredentials {
  /** Tells the kind. */
  type: "API_KEY";
  /** The key. */
  apiKey: string;
}
export const ApiKeyCredentials: Schema<ApiKeyCredentials> =
  /* @__PURE__ */ object<ApiKeyCredentials>(() => ({
    type: literal("API_KEY"),
    apiKey: string,
  }));
