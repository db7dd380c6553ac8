// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  nullable,
  object,
  optional,
  optionalAs,
  record,
  string,
} from "../../../../lib/schema/index.js";
import { Organization } from "./organization.js";

/** The person whose connection it is. */
export interface EndUser {
  /** Your own id for the person. */
  id: string;
  /** The person's name. */
  displayName?: string | null | undefined;
  /** The person's email address. */
  email?: string | null | undefined;
  /** Your own tags for the person. */
  tags?: Record<string, string> | null | undefined;
  /** The company or team that the person belongs to. */
  organization?: Organization | null | undefined;
}
export const EndUser: Schema<EndUser> = /* @__PURE__ */ object(() => ({
  id: string,
  displayName: optionalAs("display_name", nullable(string)),
  email: optional(nullable(string)),
  tags: optional(nullable(record(string))),
  organization: optional(nullable(Organization)),
}));
