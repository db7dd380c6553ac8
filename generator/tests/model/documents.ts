/** Small documents for the tests of the model. */
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { Document } from "../../src/document/types.js";
import { build } from "../../src/model/build.js";
import type { Api, Field, Model, Operation, Type } from "../../src/model/types.js";

/** A whole document around some parts. Everything else is empty, except for a server. */
export function documentOf(parts: object): Document {
  const document: unknown = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: {},
    ...parts,
  };
  return document as Document; // tests use documents that `check` accepts, and worse
}

/** Builds the model of a document around some parts. */
export function built(parts: object): {
  readonly api: Api;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { value, diagnostics } = build(documentOf(parts));
  if (!value) throw new Error("the build stage gave nothing");
  return { api: value, diagnostics };
}

/** The models of some named schemas. */
export function modelsOf(schemas: object): readonly Model[] {
  return built({ components: { schemas } }).api.models;
}

/** The type of the schema `It`. */
export function typeOf(schema: unknown, others: object = {}): Type {
  const models = modelsOf({ It: schema, ...others });
  const model = models.find(({ pointer }) => pointer === "/components/schemas/It");
  if (!model) throw new Error("there is no model");
  return model.type;
}

/** An operation at `GET /things`, or at another path and method. */
export function operationOf(
  value: object,
  parts: object = {},
  path = "/things",
  method = "get",
): {
  readonly operation: Operation;
  readonly api: Api;
  readonly diagnostics: readonly Diagnostic[];
} {
  const responses = { 204: { description: "Done" } };
  const paths = { [path]: { [method]: { operationId: "doIt", responses, ...value } } };
  const { api, diagnostics } = built({ paths, ...parts });
  const [operation] = api.operations;
  if (!operation) throw new Error("there is no operation");
  return { operation, api, diagnostics };
}

/** A field with the usual defaults. */
export function field(wire: string, type: Type, rest: Partial<Field> = {}): Field {
  return { wire, type, required: false, access: "both", docs: {}, ...rest };
}

/** An object type with only these fields. */
export function objectOf(...fields: readonly Field[]): Type {
  return { kind: "object", fields, extra: undefined, patterns: [] };
}

/** A reference to a named schema, or to something inside it. */
export function ref(path: string): Type {
  return { kind: "ref", to: `/components/schemas/${path}` };
}

/** A union without a discriminator. */
export function unionOf(...types: readonly Type[]): Type {
  return {
    kind: "union",
    variants: types.map((type) => ({ type, discriminatorValues: [] })),
    open: false,
  };
}

/** The type of strings. */
export const string: Type = { kind: "string" };
/** The type of integers. */
export const integer: Type = { kind: "integer" };
/** The type of booleans. */
export const boolean: Type = { kind: "boolean" };
/** The type of null. */
export const nullType: Type = { kind: "null" };
/** The type of any value. */
export const unknown: Type = { kind: "unknown" };

/** The codes of diagnostics, in order. */
export function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => code);
}
