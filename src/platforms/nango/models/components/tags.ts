// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, lazy, record, string } from "../../../../lib/schema/index.js";

/**
 * Your own tags to find connections by, at most ten. A name starts with a letter, contains only
 * letters, digits and `_-./`, has at most 64 characters, and is stored in lower case.
 */
export type Tags = Record<string, string>;
export const Tags: Schema<Tags> = /* @__PURE__ */ lazy(() => record(string));
