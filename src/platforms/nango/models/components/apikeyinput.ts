// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, literal, object, string } from "../../../../lib/schema/index.js";

/** An API key. */
export interface ApiKeyInput {
  /** The type of the credentials. */
  type: "API_KEY";
  /** The API key. */
  apiKey: string;
}
export const ApiKeyInput: Schema<ApiKeyInput> = /* @__PURE__ */ object(() => ({
  type: literal("API_KEY"),
  apiKey: string,
}));
