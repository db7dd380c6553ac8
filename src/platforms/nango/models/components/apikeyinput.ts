// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, literal, object, string } from "../../../../lib/schema/index.js";

/** A key. */
export interface ApiKeyInput {
  /** Tells the kind. */
  type: "API_KEY";
  /** The key. */
  apiKey: string;
}
export const ApiKeyInput: Schema<ApiKeyInput> = /* @__PURE__ */ object<ApiKeyInput>(() => ({
  type: literal("API_KEY"),
  apiKey: string,
}));
