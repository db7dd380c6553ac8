import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Json, type JsonObject, isList, isObject, member } from "./json.js";
import { type MemberType, memberType, requiredMembers } from "./member-types.js";
import { append } from "./pointer.js";
import { type Child, type Kind, type DocumentNode, childOf, sectionOf } from "./shape.js";

/**
 * Finds values of the wrong type and missing members.
 *
 * @param all all objects of the document
 */
export function checkShape(all: readonly DocumentNode[]): readonly Diagnostic[] {
  return all.flatMap(checkObject);
}

function checkObject(node: DocumentNode): readonly Diagnostic[] {
  const { kind, value, pointer } = node;
  if (kind === "schema" && typeof value === "boolean") return [];
  if (!isObject(value)) return [wrongType(pointer, value, `an object: ${named(kind)}`)];
  // Objects without a section in `components` cannot be referred to: a `$ref` does not replace
  // their members.
  const isReference =
    kind !== "schema" && sectionOf(kind) !== undefined && typeof member(value, "$ref") === "string";
  return [
    ...(isReference ? [] : missing(node, value)),
    // an own key
    ...Object.keys(value).flatMap((key) => checkMember(node, key, value[key] as Json)),
    ...(kind === "schema" ? checkType(value, pointer) : []),
  ];
}

/** The name of a kind for the middle of a sentence. */
function named(kind: Kind): string {
  return NAMES[kind].replace(/^(?:A|An|The)\b/, (article) => article.toLowerCase());
}

function missing({ kind, pointer }: DocumentNode, value: JsonObject): readonly Diagnostic[] {
  return requiredMembers(kind)
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) =>
      diagnostic(
        "member-missing",
        pointer,
        `${NAMES[kind]} has no \`${key}\`.`,
        HELP[key] ?? `Add \`${key}\`.`,
      ),
    );
}

const HELP: Readonly<Record<string, string>> = {
  info: "Add `info` with a `title` and a `version`.",
  paths: "Add `paths` with the operations; without them there is nothing to generate.",
  in: "Add `in`: path, query, header or cookie.",
};

function checkMember(
  { kind, pointer }: DocumentNode,
  key: string,
  value: Json,
): readonly Diagnostic[] {
  const child = childOf(kind, key);
  if (child) return child.as === "one" ? [] : checkContainer(child, value, append(pointer, key));
  const type = memberType(kind, key);
  if (!type || fits(type, value)) return [];
  return [wrongType(append(pointer, key), value, WORDS[type], helpFor(kind, key))];
}

function checkContainer({ kind, as }: Child, value: Json, pointer: string): readonly Diagnostic[] {
  if (as === "list" && !isList(value)) return [wrongType(pointer, value, "a list")];
  if (as === "map" && !isObject(value)) return [wrongType(pointer, value, "an object")];
  if (as === "oneOrList" && isList(value)) {
    return [wrongType(pointer, value, "one schema", "List schemas by position in `prefixItems`.")];
  }
  return as === "map" && isObject(value) ? refForMap(kind, value, pointer) : [];
}

/** A schema may have a property named `$ref`. Its value is a schema, not a string. */
function refForMap(kind: Kind, value: JsonObject, pointer: string): readonly Diagnostic[] {
  if (typeof member(value, "$ref") !== "string") return [];
  return [
    diagnostic(
      "ref-misplaced",
      append(pointer, "$ref"),
      `A \`$ref\` cannot replace a whole map (here: of names to ${named(kind)}).`,
    ),
  ];
}

function fits(type: MemberType, value: Json): boolean {
  switch (type) {
    case "string":
    case "number":
    case "boolean":
      return typeof value === type;
    case "list":
      return isList(value);
    case "strings":
      return isList(value) && value.every((item) => typeof item === "string");
    case "objects":
      return isList(value) && value.every(isObject);
    case "object":
      return isObject(value);
    default:
      return type satisfies never;
  }
}

const TYPES: ReadonlySet<unknown> = new Set([
  "string",
  "number",
  "integer",
  "boolean",
  "object",
  "array",
  "null",
]);

function checkType(schema: JsonObject, pointer: string): readonly Diagnostic[] {
  const type = member(schema, "type");
  if (type === undefined) return [];
  const types = isList(type) ? type : [type];
  return types
    .filter((name) => !TYPES.has(name))
    .map((name) =>
      diagnostic(
        "schema-type-unknown",
        append(pointer, "type"),
        `${JSON.stringify(name)} is not a type of JSON Schema.`,
      ),
    );
}

function helpFor(kind: Kind, key: string): string | undefined {
  if (kind === "schema" && key === "required") {
    return "List the names of the required properties in the schema that has the properties.";
  }
  if (key === "security") return "List requirements such as `- NameOfTheScheme: []`.";
  return undefined;
}

function wrongType(pointer: string, value: Json, wanted: string, help?: string): Diagnostic {
  return diagnostic(
    "type-mismatch",
    pointer,
    `Expected ${wanted}, found ${describe(value)}.`,
    help ?? `Write ${wanted.split(":")[0]} here, or remove the member.`,
  );
}

function describe(value: Json): string {
  if (value === null) return "null";
  if (isList(value)) return "a list";
  return isObject(value) ? "an object" : `${clip(value)}`;
}

function clip(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}

const WORDS: Readonly<Record<MemberType, string>> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  list: "a list",
  strings: "a list of strings",
  objects: "a list of objects",
  object: "an object",
};

const NAMES: Readonly<Record<Kind, string>> = {
  document: "The document",
  info: "`info`",
  server: "A server",
  serverVariable: "A server variable",
  tag: "A tag",
  externalDocs: "`externalDocs`",
  components: "`components`",
  globals: "`x-speakeasy-globals`",
  pathItem: "A path item",
  operation: "An operation",
  parameter: "A parameter",
  requestBody: "A request body",
  mediaType: "A media type",
  encoding: "An encoding",
  response: "A response",
  header: "A header",
  example: "An example",
  link: "A link",
  callback: "A callback",
  securityScheme: "A security scheme",
  schema: "A schema",
  discriminator: "A discriminator",
};
