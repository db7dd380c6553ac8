// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, string, union } from "../../../../lib/schema/index.js";

/** The id of a connection, or a list of ids. */
export type ConnectionIds = string | string[];
export const ConnectionIds: Schema<ConnectionIds> = /* @__PURE__ */ union(() => [
  string,
  array(string),
]);
