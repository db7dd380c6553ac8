import type {
  OperationResponse,
  Api,
  Body,
  Field,
  Model,
  Operation,
  Parameter,
  Type,
} from "../../../src/model/types.js";
import type { EmitOptions } from "../../../src/output/emit-options.js";

/** Model values, with defaults for the parts that a test does not care about. */

/** An API with only these parts. */
export function api(parts: Partial<Api>): Api {
  return {
    info: { title: "Sample", version: "1.0.0", docs: {} },
    servers: [],
    schemes: [],
    security: [],
    models: [],
    groups: [],
    operations: [],
    globals: [],
    ...parts,
  };
}

/** A named model. */
export function model(name: string, type: Type, parts: Partial<Model> = {}): Model {
  return {
    pointer: `/${name}`,
    suggestedName: name,
    home: "components",
    type,
    docs: {},
    usedIn: { request: true, response: true },
    splits: false,
    recursive: false,
    ...parts,
  };
}

/** A required field that is neither read-only nor write-only. */
export function field(wire: string, type: Type, parts: Partial<Field> = {}): Field {
  return { wire, type, required: true, access: "both", docs: {}, ...parts };
}

/** An object type. */
export function object(
  fields: readonly Field[],
  extra?: Type | false,
): Extract<Type, { kind: "object" }> {
  return { kind: "object", fields, extra, patterns: [] };
}

/** A reference to a named model. */
export function ref(name: string): Type {
  return { kind: "ref", to: `/${name}` };
}

/** A list type. */
export function list(items: Type): Type {
  return { kind: "array", items };
}

/** The type or null. */
export function nullable(type: Type): Type {
  return union([type, { kind: "null" }]);
}

/** A union, with a discriminator if `wire` names one. */
export function union(types: readonly Type[], wire?: string, open = false): Type {
  const variants = types.map((type, index) => ({
    type,
    discriminatorValues: wire === undefined ? [] : [`tag${index}`],
  }));
  return { kind: "union", variants, open, ...(wire !== undefined && { discriminator: { wire } }) };
}

/** An enum, open by default. */
export function enumeration(values: readonly (string | number)[], open = true): Type {
  return { kind: "enum", values: values.map((value) => ({ value })), open };
}

/** The type of strings. */
export const string: Type = { kind: "string" };
/** The type of integers. */
export const integer: Type = { kind: "integer" };

const STYLES = {
  path: "simple",
  query: "form",
  querystring: "form",
  header: "simple",
  cookie: "form",
} as const;

/** A parameter with the defaults of OpenAPI. */
export function parameter(
  location: Parameter["in"],
  wire: string,
  parts: Partial<Parameter> = {},
): Parameter {
  return {
    wire,
    in: location,
    required: location === "path",
    style: STYLES[location],
    explode: STYLES[location] === "form",
    allowReserved: false,
    type: string,
    docs: {},
    ...parts,
  };
}

/** A required JSON body. */
export function body(type: Type, parts: Partial<Body> = {}): Body {
  return {
    required: true,
    media: "application/json",
    encoding: "json",
    type,
    parts: [],
    docs: {},
    ...parts,
  };
}

/** A JSON response, or one without a body. */
export function response(
  status: OperationResponse["status"],
  type?: Type,
  parts: Partial<OperationResponse> = {},
): OperationResponse {
  return {
    status,
    media: type ? "application/json" : undefined,
    encoding: type ? "json" : "empty",
    ...(type && { type }),
    headers: [],
    isError: typeof status === "number" ? status >= 400 : status !== "2XX",
    docs: {},
    ...parts,
  };
}

/** A GET operation that returns nothing. */
export function operation(id: string, parts: Partial<Operation> = {}): Operation {
  return {
    id,
    pointer: `/paths/${id}`,
    group: [],
    suggestedName: id,
    method: "GET",
    path: `/${id}`,
    parameters: [],
    responses: [response(204)],
    security: [],
    docs: {},
    ...parts,
  };
}

/** Options of an embedded output. */
export function options(parts: Partial<EmitOptions> = {}): EmitOptions {
  return {
    packageName: "sample-sdk",
    packageVersion: "0.1.0",
    sdkClassName: "Sample",
    envVarPrefix: "SAMPLE",
    flattenGlobalSecurity: true,
    dateTime: "date",
    responseHeaders: "inspect",
    binaryResponses: "bytes",
    maxMethodParams: 0,
    mode: { kind: "embedded", source: "src/sample", runtime: "src/lib", docs: "docs/sample" },
    generatorVersion: "0.1.0",
    ...parts,
  };
}
