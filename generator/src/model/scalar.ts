/** Strings, numbers and their formats. @see https://spec.openapis.org/registry/format/ */
import type { SchemaObject } from "../document/types.js";
import { limitsOf } from "./keywords.js";
import type { Type } from "./types.js";

/**
 * The type of a `type: string` schema. Instants, dates, bytes and big integers have their own
 * types.
 */
export function stringType(schema: SchemaObject): Type {
  const named = stringFormats[schema.format ?? ""];
  // A file that is encoded is a string of base64, whatever its format says.
  if (named && (named !== binary || schema.contentEncoding === undefined)) return named;
  if (schema.contentEncoding === "base64" || schema.contentEncoding === "base64url") return byte;
  // A string with a textual media type is still a string. Only opaque content is a file.
  if (schema.contentEncoding === undefined && isOpaque(schema.contentMediaType)) return binary;
  return { kind: "string", ...format(schema), ...limits(schema) };
}

/** The type of a `type: number` or `type: integer` schema. */
export function numberType(schema: SchemaObject): Type {
  if (schema.format === "bigint") return { kind: "bigint", ...limits(schema) };
  const kind = schema.type === "integer" ? "integer" : "number";
  return { kind, ...format(schema), ...limits(schema) };
}

/** True for the schema of a file. */
export function isBinary(schema: SchemaObject): boolean {
  return stringType(schema) === binary;
}

const byte: Type = { kind: "bytes", encoding: "byte" };
const binary: Type = { kind: "bytes", encoding: "binary" };

const stringFormats: Readonly<Record<string, Type | undefined>> = Object.assign(
  Object.create(null),
  {
    "date-time": { kind: "date-time" },
    date: { kind: "date" },
    byte,
    base64: byte,
    binary,
    bigint: { kind: "bigint", format: "string" },
  },
);

/** True for a format that implies `type: string`. */
export function impliesString(schema: SchemaObject): boolean {
  const { format } = schema;
  return (
    typeof format === "string" && (stringFormats[format] !== undefined || plainFormats.has(format))
  );
}

const plainFormats: ReadonlySet<string> = new Set(
  "email uuid uri uri-reference url hostname ipv4 ipv6 time duration password regex json-pointer".split(
    " ",
  ),
);

function isOpaque(media: unknown): boolean {
  return typeof media === "string" && !/^text\/|json|xml|urlencoded/.test(media);
}

function format(schema: SchemaObject): { readonly format?: string } {
  return typeof schema.format === "string" ? { format: schema.format } : {};
}

function limits(schema: SchemaObject): {
  readonly limits?: NonNullable<ReturnType<typeof limitsOf>>;
} {
  const found = limitsOf(schema);
  return found ? { limits: found } : {};
}
