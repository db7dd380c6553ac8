// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, optional, optionalAs, string } from "../../../../lib/schema/index.js";
import { Tags } from "./tags.js";

/** The person whose connection it is. Superseded by tags. */
export interface EndUserInput {
  /** Your own id for the person. */
  id: string;
  /** The person's email address. */
  email?: string | undefined;
  /** The person's name. */
  displayName?: string | undefined;
  tags?: Tags | undefined;
}
export const EndUserInput: Schema<EndUserInput> = /* @__PURE__ */ object(() => ({
  id: string,
  email: optional(string),
  displayName: optionalAs("display_name", string),
  tags: optional(Tags),
}));
