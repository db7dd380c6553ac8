import type { Api, Field, Model, Operation, Parameter, Type } from "../../../src/model/types.js";
import { assignNames } from "../../../src/name/assign-names.js";
import type { Names } from "../../../src/name/types.js";
import type { EmitOptions } from "../../../src/output/emit-options.js";

/** Input that breaks naive printers of Markdown and TypeScript. */
export const hostile: string =
  "a | b `c | d \\| <!-- x --> <script>alert(1)</script> */ ${x} \u2028\n\n# Heading\n===\n```ts\n[t](../up.md)";

const string: Type = { kind: "string" };

/** A parameter with the defaults of OpenAPI. */
export function parameter(
  wire: string,
  where: Parameter["in"],
  given: Partial<Parameter> = {},
): Parameter {
  const style = where === "path" || where === "header" ? "simple" : "form";
  return {
    wire,
    in: where,
    required: where === "path",
    style,
    explode: style === "form",
    allowReserved: false,
    type: string,
    docs: {},
    ...given,
  };
}

/** A field that is neither read-only nor write-only. */
export function field(wire: string, type: Type = string, given: Partial<Field> = {}): Field {
  return { wire, type, required: true, access: "both", docs: {}, ...given };
}

/** A named model. */
export function model(name: string, type: Type, given: Partial<Model> = {}): Model {
  return {
    pointer: `#/components/schemas/${name}`,
    suggestedName: name,
    home: "components",
    type,
    docs: {},
    usedIn: { request: true, response: true },
    splits: false,
    recursive: false,
    ...given,
  };
}

/** An operation of the group `connections`. */
export function operation(id: string, name: string, given: Partial<Operation> = {}): Operation {
  return {
    id,
    pointer: `#/paths/~1${id}/get`,
    group: ["connections"],
    suggestedName: name,
    method: "GET",
    path: `/${id}`,
    parameters: [],
    responses: [],
    security: [[{ key: "APIKeyHeader" }]],
    docs: {},
    ...given,
  };
}

/** A reference to a named model. */
export function ref(name: string): Type {
  return { kind: "ref", to: `#/components/schemas/${name}` };
}

/** A JSON response. */
export function response(
  status: Operation["responses"][number]["status"],
  type: Type,
  media = "application/json",
): Operation["responses"][number] {
  const isError = status === "default" || Number(String(status).charAt(0)) >= 4;
  return {
    status,
    media,
    encoding: "json",
    type,
    headers: [],
    isError,
    docs: { description: `Answer ${status}.` },
  };
}

/** A response without a body. */
export const nothing: Operation["responses"][number] = {
  status: 204,
  media: undefined,
  encoding: "empty",
  headers: [],
  isError: false,
  docs: {},
};

const models: readonly Model[] = [
  model(
    "Connection",
    {
      kind: "object",
      extra: undefined,
      patterns: [],
      fields: [
        field("id", string, { docs: { description: "The connection id." } }),
        field("create_time", { kind: "date-time" }),
        field("group_ref", string, {
          required: false,
          docs: { example: "group-123", description: hostile },
        }),
        field("status", ref("Status")),
        field("parent", ref("Connection"), { required: false }),
      ],
    },
    { recursive: true, docs: { description: hostile } },
  ),
  model("Status", {
    kind: "enum",
    open: true,
    values: [{ value: "created", description: hostile }, { value: "bad | `credentials`" }],
  }),
  model("Problem", {
    kind: "object",
    extra: undefined,
    patterns: [],
    fields: [field("type"), field("requestId")],
  }),
  model("Labels", { kind: "object", extra: string, patterns: [], fields: [] }),
  model("Input", {
    kind: "object",
    extra: false,
    patterns: [],
    fields: [
      field("groupRef", string, { docs: { example: "group-123" } }),
      field("labels", ref("Labels"), { required: false }),
      field("secret", {
        kind: "union",
        open: false,
        variants: [
          { type: string, discriminatorValues: [] },
          { type: { kind: "null" }, discriminatorValues: [] },
        ],
      }),
    ],
  }),
];

const project = parameter("projectIdOrName", "path", {
  docs: { example: "my-project", description: hostile },
});
const problem = "application/problem+json";

/** An API with one of everything that pages and packages print. */
export const api: Api = {
  info: { title: "Connections", version: "1.0.0", docs: { description: hostile } },
  servers: [{ url: "https://api.example.com/v1", variables: [] }],
  schemes: [{ key: "APIKeyHeader", kind: "apiKey", in: "header", name: "X-Api-Key", docs: {} }],
  security: [[{ key: "APIKeyHeader" }]],
  models,
  groups: [{ path: ["connections"], docs: { description: hostile } }],
  globals: [],
  operations: [
    operation("listConnections", "list", {
      path: "/projects/{projectIdOrName}/connections",
      parameters: [
        project,
        parameter("group_ref", "query", { docs: { example: "group-123" } }),
        parameter("since", "query", { required: true, type: { kind: "date-time" } }),
      ],
      responses: [
        response(200, { kind: "array", items: ref("Connection") }),
        response(404, ref("Problem"), problem),
        response("default", ref("Problem"), problem),
      ],
      docs: { summary: "List connections", description: hostile },
    }),
    operation("generateConnection", "generate", {
      method: "POST",
      path: "/projects/{projectIdOrName}/connections:generate",
      parameters: [project],
      body: {
        required: true,
        media: "application/json",
        encoding: "json",
        type: ref("Input"),
        parts: [],
        docs: {},
      },
      responses: [
        response(201, ref("Connection")),
        response(400, ref("Problem"), problem),
        response(422, ref("Problem"), problem),
      ],
      docs: { summary: hostile },
    }),
    operation("deleteConnection", "delete", {
      method: "DELETE",
      path: "/projects/{projectIdOrName}/connections/{connectionId}",
      parameters: [project, parameter("connectionId", "path")],
      responses: [nothing],
      docs: { deprecated: hostile },
    }),
    operation("createLabels", "parameters", {
      method: "PUT",
      path: "/labels",
      body: {
        required: true,
        media: "application/json",
        encoding: "json",
        type: ref("Labels"),
        parts: [],
        docs: {},
      },
      responses: [nothing],
    }),
    operation("ping", "ping", {
      group: [],
      security: [],
      responses: [{ ...nothing, status: 200, media: "text/plain", encoding: "text" }],
    }),
  ],
};

/** The names of that API. */
export const names: Names = assignNames(api, {
  sdkClassName: "SDKNodePlatform",
  sharedErrors: false,
});

/** Options of an output in another package. */
export const embedded: EmitOptions = {
  packageName: "connections-sdk/ampersand",
  packageVersion: "0.1.0",
  sdkClassName: "SDKNodePlatform",
  envVarPrefix: "SDKNODEPLATFORM",
  flattenGlobalSecurity: true,
  dateTime: "date",
  responseHeaders: "inspect",
  binaryResponses: "bytes",
  maxMethodParams: 0,
  mode: { kind: "embedded", source: "src/ampersand", runtime: "src/lib", docs: "docs/ampersand" },
  generatorVersion: "0.1.0",
};
