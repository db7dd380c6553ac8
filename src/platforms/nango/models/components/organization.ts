// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, nullable, object, optionalAs, string } from "../../../../lib/schema/index.js";

/** The company or team of an end user. */
export interface Organization {
  /** Your own id for the organization. */
  id: string;
  /** The name of the organization. */
  displayName?: string | null | undefined;
}
export const Organization: Schema<Organization> = /* @__PURE__ */ object(() => ({
  id: string,
  displayName: optionalAs("display_name", nullable(string)),
}));
