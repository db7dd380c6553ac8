/**
 * Upgrades a document of any version to OpenAPI 3.2, so that no later stage has to know others.
 * `format: binary` and `format: byte` stay: the model stage reads them in all versions.
 *
 * @see https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
 * @see https://spec.openapis.org/oas/v3.2.0
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
import { type Pointer, append } from "../document/pointer.js";
import { type DocumentNode, allNodes, rewrite } from "../document/shape.js";
import { withoutDynamicRefs } from "./dynamic-refs.js";
import { withoutMediaTypeRefs } from "./media-types.js";
import { upgradeSwagger } from "./swagger/index.js";
import { isSwagger } from "./swagger/shape.js";

/** The version of every document after this stage. */
const VERSION = "3.2.0";

/** An upgraded document, and where its parts were. */
export interface Upgraded extends StageResult<Json> {
  /** The pointer of a part in the document as it was loaded, for diagnostics of later stages. */
  readonly originOf: (pointer: Pointer) => Pointer;
}

/** The document as OpenAPI 3.2. An unsupported version is an error. */
export function upgrade(document: Json): Upgraded {
  if (!isObject(document) || !isSwagger(document) || Object.hasOwn(document, "openapi")) {
    const isBoth = isObject(document) && isSwagger(document);
    const result = isBoth ? failed(twoVersions()) : upgradeFrom3(document);
    return { ...result, originOf: (pointer) => pointer };
  }
  const { document: upgraded, diagnostics, originOf } = upgradeSwagger(document);
  const result = upgradeFrom3(upgraded);
  return { ...result, diagnostics: [...diagnostics, ...result.diagnostics], originOf };
}

function upgradeFrom3(document: Json): StageResult<Json> {
  if (!isObject(document)) return failed(unknownVersion("", "The document is not an object."));
  const version = versionOf(document);
  if (version.startsWith("3.0.")) return done(eachSchema(withPaths(document), upgradeSchema));
  if (/^3\.[1-9]\d*\./.test(version)) {
    const all = nodesOf(document);
    const { document: resolved, diagnostics } = withoutDynamicRefs(document, all);
    const whole = withOwnServers(withoutMediaTypeRefs(withPaths(resolved)));
    const newer = /^3\.[12]\./.test(version) ? [] : [newerVersion(version)];
    return done(eachSchema(whole, meantAs30), [...newer, ...all.flatMap(oddities), ...diagnostics]);
  }
  if (Object.hasOwn(document, "swagger")) return failed(oldSwagger(document));
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

/** Servers are relative to the `$self` of the document (OpenAPI 3.2, section 4.6.1). */
function withOwnServers(document: JsonObject): JsonObject {
  const self = member(document, "$self");
  const servers = member(document, "servers");
  if (typeof self !== "string" || !/^https?:/i.test(self) || !isList(servers)) return document;
  return { ...document, servers: servers.map((server) => absoluteServer(server, self)) };
}

function absoluteServer(server: Json, self: string): Json {
  const url = isObject(server) ? member(server, "url") : undefined;
  const isRelative = typeof url === "string" && !/^[a-z][a-z\d+.-]*:|^\{/i.test(url);
  if (!isObject(server) || !isRelative || !URL.canParse(url, self)) return server;
  // Braces of variables are not encoded.
  return { ...server, url: decodeBraces(new URL(url, self).href) };
}

function decodeBraces(url: string): string {
  return url.replaceAll(/%7B|%7D/gi, decodeURIComponent);
}

/** YAML reads an unquoted `3.1` as a number. */
function versionOf(document: JsonObject): string {
  const version = show(member(document, "openapi"));
  return /^3\.\d+$/.test(version) ? `${version}.` : version;
}

function describe(document: JsonObject, version: string): string {
  return Object.hasOwn(document, "openapi")
    ? `The document says \`openapi: ${version}\`, which is not supported.`
    : "The document states no version: it has no `openapi` member.";
}

function unknownVersion(pointer: string, message: string): Diagnostic {
  return diagnostic("version-unsupported", pointer, message);
}

function oldSwagger(document: JsonObject): Diagnostic {
  return diagnostic(
    "version-unsupported",
    "/swagger",
    `The document says \`swagger: ${show(member(document, "swagger"))}\`, which is not supported.`,
  );
}

function twoVersions(): Diagnostic {
  return diagnostic(
    "version-unsupported",
    "/swagger",
    "The document says both `swagger` and `openapi`, or its inputs have different versions.",
    "Remove the member that is wrong. Inputs that are merged must be of one version.",
  );
}

function newerVersion(version: string): Diagnostic {
  return diagnostic(
    "version-newer",
    "/openapi",
    `The document is in OpenAPI ${version.replace(/\.$/, "")} and is read as 3.2.`,
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

function nodesOf(document: JsonObject): readonly DocumentNode[] {
  return allNodes({ kind: "document", value: document, pointer: "" });
}

function oddities(node: DocumentNode): readonly Diagnostic[] {
  return [...unknownDialect(node), ...oldKeywordsOf(node)];
}

/** The dialects of OpenAPI, and JSON Schema since draft 4. */
const DIALECTS =
  /^https?:\/\/(?:json-schema\.org\/(?:draft-0[4-7]|draft\/(?:2019-09|2020-12))\/schema|spec\.openapis\.org\/oas\/3\.\d+\/(?:dialect|schema)\/[^/]+)#?$/;

function unknownDialect({ kind, value, pointer }: DocumentNode): readonly Diagnostic[] {
  const key = kind === "document" ? "jsonSchemaDialect" : "$schema";
  if ((kind !== "document" && kind !== "schema") || !isObject(value)) return [];
  const dialect = member(value, key);
  if (typeof dialect !== "string" || DIALECTS.test(dialect)) return [];
  const message = `The dialect \`${dialect}\` of JSON Schema is not known.`;
  return [diagnostic("dialect-unknown", append(pointer, key), message)];
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
