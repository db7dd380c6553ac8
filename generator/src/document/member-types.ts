import type { Kind } from "./shape.js";

/** The type that a member must have. */
export type MemberType =
  | "string"
  | "number"
  | "boolean"
  | "strings"
  | "list"
  | "objects"
  | "object";

type Members = Readonly<Record<string, MemberType>>;

const documented: Members = { summary: "string", description: "string" };

const value: Members = {
  description: "string",
  required: "boolean",
  deprecated: "boolean",
  allowEmptyValue: "boolean",
  style: "string",
  explode: "boolean",
  allowReserved: "boolean",
};

/**
 * The types of the members that are not objects of a {@link Kind}. Members that are not listed may
 * be anything: examples, defaults, extensions.
 */
const members: Readonly<Record<Kind, Members>> = {
  document: { openapi: "string", security: "objects" },
  info: {
    ...documented,
    title: "string",
    version: "string",
    termsOfService: "string",
    contact: "object",
    license: "object",
  },
  server: {
    description: "string",
    url: "string",
    name: "string",
    "x-speakeasy-server-id": "string",
  },
  serverVariable: { description: "string", default: "string", enum: "strings" },
  tag: { ...documented, name: "string", parent: "string", kind: "string" },
  externalDocs: { description: "string", url: "string" },
  components: {},
  globals: {},
  pathItem: documented,
  operation: {
    ...documented,
    operationId: "string",
    tags: "strings",
    deprecated: "boolean",
    security: "objects",
  },
  parameter: { ...value, name: "string", in: "string" },
  header: value,
  requestBody: { description: "string", required: "boolean" },
  mediaType: {},
  encoding: {
    contentType: "string",
    style: "string",
    explode: "boolean",
    allowReserved: "boolean",
  },
  response: documented,
  example: { ...documented, externalValue: "string", serializedValue: "string" },
  link: { description: "string", operationRef: "string", operationId: "string" },
  callback: {},
  securityScheme: {
    description: "string",
    type: "string",
    name: "string",
    in: "string",
    scheme: "string",
    bearerFormat: "string",
    flows: "object",
    openIdConnectUrl: "string",
    oauth2MetadataUrl: "string",
    deprecated: "boolean",
  },
  discriminator: { propertyName: "string", mapping: "object", defaultMapping: "string" },
  schema: {
    $ref: "string",
    $comment: "string",
    title: "string",
    description: "string",
    deprecated: "boolean",
    readOnly: "boolean",
    writeOnly: "boolean",
    examples: "list",
    enum: "list",
    format: "string",
    contentEncoding: "string",
    contentMediaType: "string",
    minimum: "number",
    maximum: "number",
    exclusiveMinimum: "number",
    exclusiveMaximum: "number",
    multipleOf: "number",
    minLength: "number",
    maxLength: "number",
    pattern: "string",
    minItems: "number",
    maxItems: "number",
    uniqueItems: "boolean",
    minProperties: "number",
    maxProperties: "number",
    required: "strings",
    dependentRequired: "object",
    minContains: "number",
    maxContains: "number",
  },
};

/** Members without which an object has no meaning. */
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

/** The type of a member, or `undefined` if it may be anything. */
export function memberType(kind: Kind, key: string): MemberType | undefined {
  return Object.hasOwn(members[kind], key) ? members[kind][key] : undefined;
}

/** The names of the members that are not objects of a {@link Kind}. */
export function plainMembers(kind: Kind): readonly string[] {
  return Object.keys(members[kind]);
}

/** The members that an object of a kind must have. */
export function requiredMembers(kind: Kind): readonly string[] {
  return required[kind] ?? [];
}
