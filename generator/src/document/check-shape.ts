import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Expectation, expected, requiredOf } from "./expect.js";
import { type Json, type JsonObject, isList, isObject, member } from "./json.js";
import { append } from "./pointer.js";
import { type Child, type Kind, type Placed, childOf, sectionOf } from "./shape.js";

/**
 * Everything in the document that is not what its place asks for: wrong types, missing members.
 *
 * @param all everything in the document
 */
export function checkShape(all: readonly Placed[]): readonly Diagnostic[] {
  return all.flatMap(checkObject);
}

function checkObject(placed: Placed): readonly Diagnostic[] {
  const { kind, value, pointer } = placed;
  if (kind === "schema" && typeof value === "boolean") return [];
  if (!isObject(value)) return [wrongType(pointer, value, `an object: ${named(kind)}`)];
  // What no section of `components` holds cannot be referred to, so a `$ref` does not stand for its members.
  const isReference =
    kind !== "schema" && sectionOf(kind) !== undefined && typeof member(value, "$ref") === "string";
  return [
    ...(isReference ? [] : missing(placed, value)),
    ...Object.keys(value).flatMap((key) => checkMember(placed, key, value[key] as Json)), // its own key
    ...(kind === "schema" ? checkType(value, pointer) : []),
  ];
}

/** For the middle of a sentence. */
function named(kind: Kind): string {
  return NAMES[kind].replace(/^(?:A|An|The)\b/, (article) => article.toLowerCase());
}

function missing({ kind, pointer }: Placed, value: JsonObject): readonly Diagnostic[] {
  return requiredOf(kind)
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

function checkMember({ kind, pointer }: Placed, key: string, value: Json): readonly Diagnostic[] {
  const child = childOf(kind, key);
  if (child) return child.as === "one" ? [] : checkContainer(child, value, append(pointer, key));
  const expectation = expected(kind, key);
  if (!expectation || fits(expectation, value)) return [];
  return [wrongType(append(pointer, key), value, WORDS[expectation], helpFor(kind, key))];
}

function checkContainer({ kind, as }: Child, value: Json, pointer: string): readonly Diagnostic[] {
  if (as === "list" && !isList(value)) return [wrongType(pointer, value, "a list")];
  if (as === "map" && !isObject(value)) return [wrongType(pointer, value, "an object")];
  if (as === "oneOrList" && isList(value)) {
    return [wrongType(pointer, value, "one schema", "List schemas by position in `prefixItems`.")];
  }
  return as === "map" && isObject(value) ? refForMap(kind, value, pointer) : [];
}

/** A schema may well have a property called `$ref`; its value is then a schema and no text. */
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

function fits(expectation: Expectation, value: Json): boolean {
  switch (expectation) {
    case "text":
      return typeof value === "string";
    case "number":
    case "boolean":
      return typeof value === expectation;
    case "list":
      return isList(value);
    case "texts":
      return isList(value) && value.every((item) => typeof item === "string");
    case "objects":
      return isList(value) && value.every(isObject);
    case "object":
      return isObject(value);
    default:
      return expectation satisfies never;
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

const WORDS: Readonly<Record<Expectation, string>> = {
  text: "a string",
  number: "a number",
  boolean: "true or false",
  list: "a list",
  texts: "a list of strings",
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
