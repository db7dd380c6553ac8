import type { Kind } from "./shape.js";

/** What a member must be. `texts` is a list of texts. */
export type Expectation = "text" | "number" | "boolean" | "texts" | "list" | "objects" | "object";

type Members = Readonly<Record<string, Expectation>>;

const words: Members = { summary: "text", description: "text" };

const value: Members = {
  description: "text",
  required: "boolean",
  deprecated: "boolean",
  allowEmptyValue: "boolean",
  style: "text",
  explode: "boolean",
  allowReserved: "boolean",
};

/** Members that hold no object of {@link Kind}. What is not listed may be anything: examples, defaults, extensions. */
const members: Readonly<Record<Kind, Members>> = {
  document: { openapi: "text", security: "objects" },
  info: {
    ...words,
    title: "text",
    version: "text",
    termsOfService: "text",
    contact: "object",
    license: "object",
  },
  server: { description: "text", url: "text", "x-speakeasy-server-id": "text" },
  serverVariable: { description: "text", default: "text", enum: "texts" },
  tag: { ...words, name: "text" },
  externalDocs: { description: "text", url: "text" },
  components: {},
  globals: {},
  pathItem: words,
  operation: {
    ...words,
    operationId: "text",
    tags: "texts",
    deprecated: "boolean",
    security: "objects",
  },
  parameter: { ...value, name: "text", in: "text" },
  header: value,
  requestBody: { description: "text", required: "boolean" },
  mediaType: {},
  encoding: { contentType: "text", style: "text", explode: "boolean", allowReserved: "boolean" },
  response: words,
  example: { ...words, externalValue: "text" },
  link: { description: "text", operationRef: "text", operationId: "text" },
  callback: {},
  securityScheme: {
    description: "text",
    type: "text",
    name: "text",
    in: "text",
    scheme: "text",
    bearerFormat: "text",
    flows: "object",
    openIdConnectUrl: "text",
  },
  discriminator: { propertyName: "text", mapping: "object" },
  schema: {
    $ref: "text",
    $comment: "text",
    title: "text",
    description: "text",
    deprecated: "boolean",
    readOnly: "boolean",
    writeOnly: "boolean",
    examples: "list",
    enum: "list",
    format: "text",
    contentEncoding: "text",
    contentMediaType: "text",
    minimum: "number",
    maximum: "number",
    exclusiveMinimum: "number",
    exclusiveMaximum: "number",
    multipleOf: "number",
    minLength: "number",
    maxLength: "number",
    pattern: "text",
    minItems: "number",
    maxItems: "number",
    uniqueItems: "boolean",
    minProperties: "number",
    maxProperties: "number",
    required: "texts",
    dependentRequired: "object",
    minContains: "number",
    maxContains: "number",
  },
};

/** Members without which an object says nothing. */
const required: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  document: ["openapi", "info", "paths"],
  info: ["title", "version"],
  server: ["url"],
  serverVariable: ["default"],
  tag: ["name"],
  parameter: ["name", "in"],
  requestBody: ["content"],
  securityScheme: ["type"],
  discriminator: ["propertyName"],
};

/** What a member of an object of some kind must be, or `undefined` where it may be anything. */
export function expected(kind: Kind, key: string): Expectation | undefined {
  return Object.hasOwn(members[kind], key) ? members[kind][key] : undefined;
}

/** The names of the members that hold no object of {@link Kind}. */
export function plainMembers(kind: Kind): readonly string[] {
  return Object.keys(members[kind]);
}

/** The members that an object of some kind must have. */
export function requiredOf(kind: Kind): readonly string[] {
  return required[kind] ?? [];
}
