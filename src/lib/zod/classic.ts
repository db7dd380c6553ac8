import * as z from "zod";
import type { Binary } from "../schema/scalars.js";
import type { UnknownSubtype, UnknownVariant } from "../schema/unions.js";
import * as conversion from "./conversion.js";
import { define } from "./define.js";
import { asUnknownSubtype, asUnknownVariant, withTags, wrapped } from "./variants.js";

export { randomUUID } from "../web/uuid.js";
export { define } from "./define.js";
export { renamed } from "./members.js";

/**
 * An instant: a date-time of RFC 3339 on the wire, a `Date` in the SDK. `z.iso.datetime()` refuses
 * leap seconds, lower case and a space in place of the `T`, which RFC 3339 allows.
 */
export const dateTime: z.ZodType<Date, string> = /* @__PURE__ */ define(() =>
  z.codec(z.stringFormat("date-time", conversion.isDateTime), z.date(), conversion.instant),
);

/** A `bigint` that is decimal digits in a string. */
export const bigintString: z.ZodType<bigint, string | number> = /* @__PURE__ */ define(() =>
  z.codec(integerOrDigits(), z.bigint(), conversion.digits),
);

/** A `bigint` that is a number on the wire. */
export const bigintNumber: z.ZodType<bigint, string | number> = /* @__PURE__ */ define(() =>
  z.codec(integerOrDigits(), z.bigint(), conversion.wholeNumber),
);

function integerOrDigits(): z.ZodType<string | number, string | number> {
  return z.union([z.stringFormat("integer", /^-?\d+$/), z.int()]);
}

/** Bytes, as the SDK has them. */
export const bytes: z.ZodType<Uint8Array, Uint8Array> = /* @__PURE__ */ define(() =>
  z.custom<Uint8Array>(conversion.isByteArray),
);

/** Bytes that are base64 on the wire. */
export const base64: z.ZodType<Uint8Array, string> = /* @__PURE__ */ define(() =>
  z.codec(z.stringFormat("base64", conversion.isBase64), bytes, conversion.inBase64),
);

/** Bytes that are base64 in the alphabet of URLs on the wire. */
export const base64url: z.ZodType<Uint8Array, string> = /* @__PURE__ */ define(() =>
  z.codec(z.stringFormat("base64url", conversion.isBase64URL), bytes, conversion.inBase64URL),
);

/** A file or a binary body. */
export const binary: z.ZodType<Binary> = /* @__PURE__ */ define(() =>
  z.codec(
    z.custom<Binary>(conversion.isFile),
    z.custom<Binary>(conversion.isFile),
    conversion.file,
  ),
);

/** A value of the type that is stated, of which nothing is checked but that there is one. */
export function anyOf<T>(): z.ZodType<T> {
  return z.custom<T>((value) => value !== undefined);
}

/**
 * A union whose variants a member tells apart, but not so that `z.discriminatedUnion` could: some
 * variants are unions or intersections themselves.
 *
 * @param wire - The name of the member on the wire.
 * @param tag - Its name in the SDK.
 */
export function taggedUnion<V extends Readonly<Record<string, z.ZodType>>>(
  wire: string,
  tag: string,
  variants: V,
): z.ZodType<z.output<V[keyof V]>> {
  const union = z.union([...new Set(Object.values(variants))]);
  return withTags(union, { wire, tag, variants }) as z.ZodType as z.ZodType<z.output<V[keyof V]>>;
}

/** A value that a union does not know, as the SDK has it. */
export function unknownVariant<const Tag extends string = never>(
  tag?: Tag,
): z.ZodType<UnknownVariant<Tag>, UnknownVariant<Tag>> {
  const marks = tag === undefined ? {} : { [tag]: z.literal("UNKNOWN") };
  const shape = { ...marks, isUnknown: z.literal(true), raw: z.unknown() };
  // A computed name widens the type.
  return z.object(shape) as unknown as z.ZodType<UnknownVariant<Tag>, UnknownVariant<Tag>>;
}

/** A value that a union does not know, and the same as the SDK has it. */
export function unknownVariantWire<const Tag extends string = never>(
  tag?: Tag,
): z.ZodType<UnknownVariant<Tag>> {
  return asUnknownVariant(z.codec(z.unknown(), unknownVariant(tag), wrapped(tag)));
}

/** The base of a union, for values whose tag the union does not know. */
export function unknownSubtype<T, const Tag extends string, IsOptional extends boolean = false>(
  base: z.ZodType<T>,
  _tag: Tag,
  isOptional?: IsOptional,
): z.ZodType<T & Subtype<Tag, IsOptional>> {
  // A schema of its own, because the base has other uses. Only its type says more.
  const subtype = asUnknownSubtype(
    z.lazy(() => base),
    isOptional === true,
  );
  return subtype as z.ZodType as z.ZodType<T & Subtype<Tag, IsOptional>>;
}

type Subtype<Tag extends string, IsOptional extends boolean> = IsOptional extends true
  ? Partial<UnknownSubtype<Tag>>
  : UnknownSubtype<Tag>;
