// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, lazy, record, string } from "../../../../lib/schema/index.js";

/**
 * Words of your own by which to find connections, ten at most. Names begin with a letter, go on
 * with letters, digits and `_-./`, have 64 characters at most, and are kept in lower case.
 */
export type Tags = Record<string, string>;
export const Tags: Schema<Tags> = /* @__PURE__ */ lazy(() => record(string));
