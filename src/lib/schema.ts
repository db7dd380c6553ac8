/** The schemas that models are made of: everything a generated model file imports. */
export { decode, encode } from "./schema/base.js";
export { array, lazy, nullable, optional, record, tuple } from "./schema/containers.js";
export { type Extra, as, extra, object, optionalAs } from "./schema/object.js";
export {
  type Binary,
  base64,
  bigint,
  bigintNumber,
  binary,
  boolean,
  closedEnum,
  dateTime,
  integer,
  literal,
  nil,
  number,
  string,
  unknown,
} from "./schema/scalars.js";
export type { Issue, Schema, StandardProps, StandardResult } from "./schema/types.js";
export { type UnknownVariant, all, openUnion, tagged, union } from "./schema/unions.js";
