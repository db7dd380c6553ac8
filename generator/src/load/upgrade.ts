/**
 * Turns an OpenAPI 3.0 document into a 3.1 document, so that nothing after this knows that 3.0 exists.
 * `format: binary` and `format: byte` stay: the model stage reads them in either version.
 *
 * @see https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
 */
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed } from "../diagnostics/stage-result.js";
import {
  type Json,
  type JsonObject,
  isList,
  isObject,
  member,
  show,
  without,
} from "../document/json.js";
import { type Placed, everything, rewrite } from "../document/shape.js";

/** The version that every document has after this stage. */
const VERSION = "3.1.1";

/** The document as a 3.1 one. A document of a version that we do not read is an error that says what to do. */
export function upgrade(document: Json): StageResult<Json> {
  if (!isObject(document)) return failed(unknownVersion("", "The document is not an object."));
  const version = versionOf(document);
  if (version.startsWith("3.0.")) return done(eachSchema(document, upgradeSchema));
  if (version.startsWith("3.1.")) {
    return done(eachSchema(document, meantAs30), oldKeywords(document));
  }
  if (version.startsWith("3.2.")) {
    return done({ ...document, openapi: VERSION }, [newerVersion(version)]);
  }
  if (Object.hasOwn(document, "swagger")) return failed(swagger());
  return failed(unknownVersion("/openapi", describe(document, version)));
}

/** YAML reads an unquoted `3.1` as a number. */
function versionOf(document: JsonObject): string {
  const version = show(member(document, "openapi"));
  return /^3\.\d$/.test(version) ? `${version}.` : version;
}

function describe(document: JsonObject, version: string): string {
  return Object.hasOwn(document, "openapi")
    ? `The document says \`openapi: ${version}\`, which is not supported.`
    : "The document states no version: it has no `openapi` member.";
}

function unknownVersion(pointer: string, message: string): Diagnostic {
  return diagnostic("version-unsupported", pointer, message);
}

function swagger(): Diagnostic {
  return diagnostic(
    "version-unsupported",
    "/swagger",
    "The document is in Swagger 2.0. Only OpenAPI 3.0 and 3.1 are supported.",
    "Convert it once, for example with `npx swagger2openapi`, and keep the result.",
  );
}

function newerVersion(version: string): Diagnostic {
  return diagnostic(
    "version-newer",
    "/openapi",
    `The document is in OpenAPI ${version.replace(/\.$/, "")} and is read as 3.1.`,
  );
}

function upgradeSchema(schema: JsonObject): JsonObject {
  return examples(meantAs30(schema));
}

/** Means nothing in 3.1, or is wrong there. Whoever writes it means what it meant before, so it is honoured. */
function meantAs30(schema: JsonObject): JsonObject {
  return nullable(bounds(schema));
}

function oldKeywords(document: JsonObject): readonly Diagnostic[] {
  return everything({ kind: "document", value: document, pointer: "" }).flatMap(oldKeywordsOf);
}

function oldKeywordsOf({ kind, value, pointer }: Placed): readonly Diagnostic[] {
  if (kind !== "schema" || !isObject(value)) return [];
  return ["nullable", "exclusiveMinimum", "exclusiveMaximum"]
    .filter((keyword) => typeof member(value, keyword) === "boolean")
    .map((keyword) =>
      diagnostic(
        "keyword-outdated",
        `${pointer}/${keyword}`,
        `\`${keyword}: true\` is OpenAPI 3.0. It keeps its old meaning in this 3.1 document.`,
        keyword === "nullable"
          ? 'Write `type: [..., "null"]`.'
          : `Write the bound itself: \`${keyword}: 10\`.`,
      ),
    );
}

function eachSchema(document: JsonObject, change: (schema: JsonObject) => JsonObject): JsonObject {
  const upgraded = rewrite(
    { kind: "document", value: document, pointer: "" },
    (placed, descend) => {
      const { kind, value } = placed;
      return descend(kind === "schema" && isObject(value) ? change(value) : value);
    },
  );
  return { ...(isObject(upgraded) ? upgraded : document), openapi: VERSION };
}

/** 3.0: a flag beside the bound. 3.1: a bound of its own. */
function bounds(schema: JsonObject): JsonObject {
  return exclusive(exclusive(schema, "minimum", "exclusiveMinimum"), "maximum", "exclusiveMaximum");
}

function exclusive(schema: JsonObject, bound: string, flag: string): JsonObject {
  const isExclusive = member(schema, flag);
  if (typeof isExclusive !== "boolean") return schema;
  const value = member(schema, bound);
  if (!isExclusive || value === undefined) return without(schema, flag);
  return { ...without(schema, bound, flag), [flag]: value };
}

function examples(schema: JsonObject): JsonObject {
  const example = member(schema, "example");
  if (example === undefined || Object.hasOwn(schema, "examples")) return schema;
  return { ...without(schema, "example"), examples: [example] };
}

/** Adds null to what the schema admits. Without a type, an enum or a composition it admits null already. */
function nullable(schema: JsonObject): JsonObject {
  const isNullable = member(schema, "nullable");
  if (isNullable === undefined) return schema;
  const rest = without(schema, "nullable");
  if (isNullable !== true) return rest;
  if (Object.hasOwn(rest, "$ref") || Object.hasOwn(rest, "allOf")) return orNull(rest);
  return nullInUnions(nullInEnum(nullInType(rest)));
}

function nullInType(schema: JsonObject): JsonObject {
  const type = member(schema, "type");
  if (type === undefined) return schema;
  return { ...schema, type: withNull(isList(type) ? type : [type], "null") };
}

function nullInEnum(schema: JsonObject): JsonObject {
  const values = member(schema, "enum");
  return isList(values) ? { ...schema, enum: withNull(values, null) } : schema;
}

function withNull(values: readonly Json[], sign: Json): readonly Json[] {
  return values.includes(sign) ? values : [...values, sign];
}

function nullInUnions(schema: JsonObject): JsonObject {
  const unions = ["oneOf", "anyOf"].filter((key) => isList(member(schema, key)));
  const entries = unions.map((key) => [key, withNullVariant(member(schema, key))]);
  return { ...schema, ...Object.fromEntries(entries) };
}

function withNullVariant(variants: Json | undefined): readonly Json[] {
  const list = isList(variants) ? variants : [];
  const hasNull = list.some((variant) => isObject(variant) && admitsNull(variant));
  return hasNull ? list : [...list, { type: "null" }];
}

function admitsNull(variant: JsonObject): boolean {
  const type = member(variant, "type");
  return (
    member(variant, "nullable") === true ||
    type === "null" ||
    (isList(type) && type.includes("null"))
  );
}

/** Keywords that describe a value rather than limit it; they stay outside when a schema is wrapped. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "example",
  "examples",
  "externalDocs",
]);

function isAnnotation([key]: readonly [string, Json]): boolean {
  return ANNOTATIONS.has(key) || key.startsWith("x-");
}

function orNull(schema: JsonObject): JsonObject {
  const entries = Object.entries(schema);
  const limits = Object.fromEntries(entries.filter((entry) => !isAnnotation(entry)));
  const notes = Object.fromEntries(entries.filter(isAnnotation));
  return { ...notes, anyOf: [unwrapped(limits), { type: "null" }] };
}

/** `allOf` with one part and nothing beside it was the only way in 3.0 to say something about a `$ref`. */
function unwrapped(schema: JsonObject): Json {
  const parts = member(schema, "allOf");
  const [only] = isList(parts) ? parts : [];
  return Object.keys(schema).length === 1 &&
    isList(parts) &&
    parts.length === 1 &&
    only !== undefined
    ? only
    : schema;
}
