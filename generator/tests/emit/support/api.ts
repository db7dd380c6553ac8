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

/** Literals of the model with the parts that a test does not care about filled in. */

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

export function field(wire: string, type: Type, parts: Partial<Field> = {}): Field {
  return { wire, type, required: true, access: "both", docs: {}, ...parts };
}

export function object(fields: readonly Field[], extra?: Type | false): Type {
  return { kind: "object", fields, extra, patterns: [] };
}

export function ref(name: string): Type {
  return { kind: "ref", to: `/${name}` };
}

export function list(items: Type): Type {
  return { kind: "array", items };
}

export function nullable(type: Type): Type {
  return union([type, { kind: "null" }]);
}

export function union(types: readonly Type[], wire?: string, open = false): Type {
  const variants = types.map((type, index) => ({
    type,
    discriminatorValues: wire === undefined ? [] : [`tag${index}`],
  }));
  return { kind: "union", variants, open, ...(wire !== undefined && { discriminator: { wire } }) };
}

export function enumeration(values: readonly (string | number)[], open = true): Type {
  return { kind: "enum", values: values.map((value) => ({ value })), open };
}

export const text: Type = { kind: "string" };
export const whole: Type = { kind: "integer" };

const STYLES = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

export function parameter(
  place: Parameter["in"],
  wire: string,
  parts: Partial<Parameter> = {},
): Parameter {
  return {
    wire,
    in: place,
    required: place === "path",
    style: STYLES[place],
    explode: STYLES[place] === "form",
    allowReserved: false,
    type: text,
    docs: {},
    ...parts,
  };
}

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

export function answer(
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

export function operation(id: string, parts: Partial<Operation> = {}): Operation {
  return {
    id,
    pointer: `/paths/${id}`,
    group: [],
    suggestedName: id,
    method: "GET",
    path: `/${id}`,
    parameters: [],
    responses: [answer(204)],
    security: [],
    docs: {},
    ...parts,
  };
}

export function options(parts: Partial<EmitOptions> = {}): EmitOptions {
  return {
    packageName: "sample-sdk",
    packageVersion: "0.1.0",
    sdkClassName: "Sample",
    envVarPrefix: "SAMPLE",
    flattenGlobalSecurity: true,
    dateTime: "date",
    maxMethodParams: 0,
    mode: { kind: "embedded", source: "src/sample", runtime: "src/lib", docs: "docs/sample" },
    generatorVersion: "0.1.0",
    ...parts,
  };
}
