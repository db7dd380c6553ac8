import { expected, schema } from "./base.js";
import type { Unchecked } from "./types.js";

/**
 * A body of one of several media types, as it is. `bodyByContentType` validates it by the schema of
 * the media type that it chooses.
 */
export const anyContent: Unchecked = /* @__PURE__ */ schema((value, walk) =>
  value === undefined ? expected(value, walk, "body") : value,
);
