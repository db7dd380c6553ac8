/**
 * Upgrades an OpenAPI 3.0 document to 3.1, so that no later stage has to know 3.0. `format: binary`
 * and `format: byte` stay: the model stage reads them in both versions.
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
import { type DocumentNode, allNodes, rewrite } from "../document/shape.js";

/** The version of every document after this stage. */
const VERSION = "3.1.1";

/** The document as OpenAPI 3.1. An unsupported version is an error. */
export function upgrade(document: Json): StageResult<Json> {
  if (!isObject(document)) return failed(unknownVersion("", "The document is not an object."));
  const version = versionOf(document);
  if (version.startsWith("3.0.")) return done(eachSchema(withPaths(document), upgradeSchema));
  if (version.startsWith("3.1.")) {
    return done(eachSchema(withPaths(document), meantAs30), oldKeywords(document));
  }
  if (version.startsWith("3.2.")) {
    return done({ ...withPaths(document), openapi: VERSION }, [newerVersion(version)]);
  }
  if (Object.hasOwn(document, "swagger")) return failed(swagger());
  return failed(unknownVersion("/openapi", describe(document, version)));
}

/**
 * A document needs no `paths` if it has webhooks or components (OpenAPI 3.1.1, section 4.8.1). In
 * 3.0 it does, but what it means is as clear.
 */
function withPaths(document: JsonObject): JsonObject {
  const isEmpty = (key: string): boolean => {
    const value = member(document, key);
    return !isObject(value) || Object.keys(value).length === 0;
  };
  const isOptional = !isEmpty("webhooks") || !isEmpty("components");
  return isOptional && !Object.hasOwn(document, "paths") ? { ...document, paths: {} } : document;
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

/**
 * Applies keywords of 3.0. In a 3.1 document they are meaningless or wrong, but whoever writes them
 * means what they meant in 3.0.
 */
function meantAs30(schema: JsonObject): JsonObject {
  return nullable(bounds(schema));
}

function oldKeywords(document: JsonObject): readonly Diagnostic[] {
  return allNodes({ kind: "document", value: document, pointer: "" }).flatMap(oldKeywordsOf);
}

function oldKeywordsOf({ kind, value, pointer }: DocumentNode): readonly Diagnostic[] {
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
  const upgraded = rewrite({ kind: "document", value: document, pointer: "" }, (node, descend) => {
    const { kind, value } = node;
    return descend(kind === "schema" && isObject(value) ? change(value) : value);
  });
  return { ...(isObject(upgraded) ? upgraded : document), openapi: VERSION };
}

/** 3.0 has a flag next to the bound, 3.1 a bound of its own. */
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

/**
 * Makes the schema accept null. Without a type, an enum or a composition it accepts null already.
 */
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

/**
 * Keywords that describe a value without limiting it. They stay outside when a schema is wrapped.
 */
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

/** In 3.0, an `allOf` with a single part was the only way to add keywords to a `$ref`. */
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
