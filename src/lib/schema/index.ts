/** The schemas of models: everything that a generated model file imports. */
export { type Decoded, decode, decodeLeniently, encode } from "./base.js";
export { anyContent } from "./any-content.js";
export { array, defaulted, lazy, nullable, optional, record, tuple } from "./containers.js";
export { generatedKey } from "./generated-key.js";
export { type Extra, as, extra, object, optionalAs } from "./object.js";
export {
  type Binary,
  base64,
  base64url,
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
} from "./scalars.js";
export type { Issue, Schema, StandardProps, StandardResult, Unchecked } from "./types.js";
export {
  type UnknownSubtype,
  type UnknownVariant,
  all,
  openUnion,
  polymorphic,
  tagged,
  union,
} from "./unions.js";
