import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Api, Operation } from "../../src/model/types.js";
import { assignNames } from "../../src/name/assign-names.js";
import type { Names } from "../../src/name/types.js";
import { built } from "../model/documents.js";

const json = (schema: unknown): object => ({ content: { "application/json": { schema } } });
const to = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const named = (schema: string): object => ({
  "x-speakeasy-name-override": "BadRequest",
  ...json(to(schema)),
});

interface Planned {
  readonly api: Api;
  readonly names: Names;
  readonly operation: (id: string) => Operation;
}

function planned(parts: object, sdkClassName = "SDK", sharedErrors = true): Planned {
  const { api } = built(parts);
  const operation = (id: string): Operation => {
    const found = api.operations.find((item) => item.id === id);
    if (!found) throw new Error(`no operation ${id}`);
    return found;
  };
  return { api, names: assignNames(api, { sdkClassName, sharedErrors }), operation };
}

/** Operations by id, each with the given members and a path of its own. */
function paths(operations: Readonly<Record<string, object>>): object {
  return Object.fromEntries(
    Object.entries(operations).map(([operationId, value], index) => [
      `/p${index}`,
      { post: { operationId, responses: { 204: {} }, ...value } },
    ]),
  );
}

const ampersand = (): Planned => {
  const text = readFileSync(
    new URL("../../../.speakeasy/ampersand/openapi.yaml", import.meta.url),
    "utf8",
  );
  const document: { paths: Record<string, Record<string, Record<string, unknown>>> } = parse(text);
  const short = { listConnections: "list", generateConnection: "generate", getConnection: "get" };
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    const name = Object.entries(short).find(([id]) => id === operation["operationId"])?.[1];
    if (name !== undefined) operation["x-speakeasy-name-override"] = name;
  }
  return planned(document, "SDKNodePlatform", false);
};

test("the names are those of Ampersand's SDK", () => {
  const { api, names, operation } = ampersand();
  const list = names.operation(operation("listConnections"));
  const generate = names.operation(operation("generateConnection"));
  const errors = (id: string): unknown =>
    operation(id).responses.map((response) => names.operation(operation(id)).error(response)?.name);
  expect(names.sdk).toEqual({ className: "SDKNodePlatform", coreName: "SDKNodePlatformCore" });
  expect(list).toMatchObject({
    func: { name: "connectionsList", file: "funcs/connectionsList" },
    method: "list",
    request: { name: "ListConnectionsRequest", file: "models/operations/connections" },
    response: { name: "ListConnectionsResponse", file: "models/operations/connections" },
    bodyMember: undefined,
  });
  expect(generate).toMatchObject({ method: "generate", bodyMember: "generateConnectionBody" });
  expect(errors("listConnections")).toEqual([
    undefined,
    "ListConnectionsInputValidationProblem",
    undefined,
  ]);
  expect(errors("generateConnection")).toEqual([
    undefined,
    "GenerateConnectionInputValidationProblem",
    "GenerateConnectionConnectionsInputValidationProblem",
    undefined,
  ]);
  expect(list.error(operation("listConnections").responses[1] ?? never())).toEqual({
    name: "ListConnectionsInputValidationProblem",
    file: "models/errors/connections",
    base: { name: "InputValidationProblem", file: "models/errors/connections" },
  });
  expect(names.group(["connections"])).toEqual({
    name: "Connections",
    property: "connections",
    file: "sdk/connections",
  });
  expect(api.schemes.map(names.option)).toEqual(["apiKeyHeader", "bearer"]);
  expect(names.model("/components/schemas/Connection/properties/status")).toEqual({
    name: "ConnectionStatus",
    file: "models/components/connections",
  });
  const status = api.models.find((model) => model.suggestedName === "Connection status") ?? never();
  expect(
    status.type.kind === "enum" && status.type.values.map((value) => names.enumKey(status, value)),
  ).toEqual(["Created", "Working", "BadCredentials"]);
});

function never(): never {
  throw new Error("not there");
}

test("a method is named after its operation, within its group", () => {
  const { names, operation } = planned({
    paths: paths({
      listConnections: { tags: ["connections"] },
      "set-metadata": {
        "x-speakeasy-group": "connections.metadata",
        "x-speakeasy-name-override": "set",
      },
      ping: {},
      delete: {},
    }),
  });
  const of = (id: string): unknown => [
    names.operation(operation(id)).method,
    names.operation(operation(id)).func.name,
  ];
  expect(of("listConnections")).toEqual(["listConnections", "connectionsListConnections"]);
  expect(of("set-metadata")).toEqual(["set", "connectionsMetadataSet"]);
  expect(of("ping")).toEqual(["ping", "ping"]);
  expect(of("delete")).toEqual(["delete", "delete_"]);
  expect(names.group(["connections", "metadata"])).toEqual({
    name: "ConnectionsMetadata",
    property: "metadata",
    file: "sdk/connectionsmetadata",
  });
});

test("methods of a group differ from each other and from its groups", () => {
  const { names, operation } = planned({
    paths: paths({
      a: { "x-speakeasy-name-override": "users" },
      b: { tags: ["users"] },
      c: { tags: ["users"], "x-speakeasy-name-override": "b" },
    }),
  });
  expect(["a", "b", "c"].map((id) => names.operation(operation(id)).method)).toEqual([
    "users2",
    "b",
    "b2",
  ]);
  expect(names.group(["users"]).property).toBe("users");
});

test("operations whose names differ only in case get numbers", () => {
  const { names, operation } = planned({ paths: paths({ getAPI: {}, getApi: {} }) });
  expect(names.operation(operation("getAPI")).request).toEqual({
    name: "GetAPIRequest",
    file: "models/operations/sdk",
  });
  expect(names.operation(operation("getApi")).request).toEqual({
    name: "GetApi2Request",
    file: "models/operations/sdk",
  });
  expect(names.operation(operation("getApi")).func.file).toBe("funcs/getApi2");
});

test.each<readonly [string, object, string | undefined]>([
  ["an override", { "x-speakeasy-name-override": "pet-data", ...json(to("Pet")) }, "petData"],
  ["the component", json(to("Pet")), "pet"],
  ["nothing", json({ properties: { a: true } }), "requestBody"],
  ["a list", json({ type: "array", items: to("Pet") }), "requestBody"],
])("the member of the body is named after %s", (_, requestBody, member) => {
  const parameters = [{ name: "id", in: "query" }];
  const schemas = { Pet: { properties: { name: true } } };
  const { names, operation } = planned({
    components: { schemas },
    paths: paths({ a: { parameters, requestBody }, b: { requestBody } }),
  });
  expect(names.operation(operation("a")).bodyMember).toBe(member);
  expect(names.operation(operation("b")).bodyMember).toBeUndefined();
});

test("parameters of the same name are qualified by their location", () => {
  const parameters = [
    { name: "id", in: "query" },
    { name: "id", in: "header" },
    { name: "ID", in: "cookie" },
    { name: "request_body", in: "query" },
    { name: "user_id", in: "query", "x-speakeasy-name-override": "person" },
  ];
  const { names, operation } = planned({
    paths: paths({ a: { parameters, requestBody: json({}) } }),
  });
  const a = operation("a");
  expect(a.parameters.map(names.operation(a).member)).toEqual([
    "id",
    "headerId",
    "cookieID",
    "requestBody",
    "person",
  ]);
  expect(names.operation(a).bodyMember).toBe("requestBody2");
});

test("what one resource uses is in its file, what several or none use in a shared one", () => {
  const returns = (name: string): object => ({
    200: { description: "", ...json(to(name)) },
    400: named("Problem"),
  });
  const { names, operation } = planned({
    components: {
      schemas: {
        Pet: { properties: { toy: to("Toy"), color: { enum: ["red"] } } },
        Toy: { properties: { maker: to("Maker") } },
        Shop: { properties: { maker: to("Maker") } },
        Maker: { properties: { city: { properties: { name: true } } } },
        Problem: { properties: { code: true } },
        Unused: { properties: { a: true } },
      },
    },
    paths: paths({
      getPet: { tags: ["Pets"], responses: returns("Pet") },
      getShop: { tags: ["Shops"], responses: returns("Shop") },
    }),
  });
  const fileOf = (name: string): string => names.model(`/components/schemas/${name}`).file;
  expect(["Pet", "Toy", "Pet/properties/color", "Shop"].map(fileOf)).toEqual([
    "models/components/pets",
    "models/components/pets",
    "models/components/pets",
    "models/components/shops",
  ]);
  for (const name of ["Maker", "Maker/properties/city", "Problem", "Unused"])
    expect(fileOf(name)).toBe("models/components/shared");
  const shop = operation("getShop");
  expect(names.operation(shop).response.file).toBe("models/operations/shops");
  expect(names.operation(shop).error(shop.responses[1]!)?.file).toBe("models/errors/shared");
});

test.each([
  ["Error", "ErrorT"],
  ["date", "DateT"],
  ["record", "RecordT"],
  ["2fa", "_2Fa"],
  ["🚀", "Model"],
  ["user profile", "UserProfile"],
  ["operation", "Operation"],
])("a schema called %s is the type %s", (name, want) => {
  const { names } = planned({ components: { schemas: { [name]: { properties: { a: true } } } } });
  expect(names.model(`/components/schemas/${name}`).name).toBe(want);
});

test("named schemas keep their names, whatever is hoisted from others", () => {
  const { names } = planned({
    components: {
      schemas: {
        User: { properties: { role: { enum: ["a"] } } },
        UserRole: { properties: { a: true } },
      },
    },
  });
  expect(names.model("/components/schemas/UserRole")).toEqual({
    name: "UserRole",
    file: "models/components/userrole",
  });
  expect(names.model("/components/schemas/User/properties/role")).toEqual({
    name: "UserRole2",
    file: "models/components/user",
  });
});

test("only a model that is sent and received in two shapes has an input declaration", () => {
  const split = { properties: { id: { type: "string", readOnly: true } } };
  const { names } = planned({
    components: { schemas: { Both: split, Sent: split } },
    paths: paths({
      a: { requestBody: json(to("Both")), responses: { 200: json(to("Both")) } },
      b: { requestBody: json(to("Sent")) },
    }),
  });
  expect(names.model("/components/schemas/Both").input).toEqual({
    name: "BothInput",
    file: "models/components/sdk",
  });
  expect(names.model("/components/schemas/Sent").input).toBeUndefined();
});

test("members differ from each other and from the collection of unnamed members", () => {
  const { api, names } = planned({
    components: {
      schemas: {
        A: {
          properties: {
            user_id: true,
            userId: true,
            additional_properties: true,
            "": true,
            constructor: true,
          },
          additionalProperties: { type: "string" },
        },
      },
    },
  });
  const model = api.models[0] ?? never();
  const fields = model.type.kind === "object" ? model.type.fields : [];
  expect(fields.map((field) => names.member(model, field))).toEqual([
    "userId",
    "userId2",
    "additionalProperties2",
    "member",
    "constructor",
  ]);
});

test("enum values have keys", () => {
  const values = ["", "a b", "A_B", "1", ">", "v1.0", "*", "default", "日本", "!!"];
  const { api, names } = planned({
    components: {
      schemas: {
        A: { enum: values },
        B: { enum: [2, -3, 1.5] },
      },
    },
  });
  const keys = (index: number): unknown => {
    const model = api.models[index] ?? never();
    return (
      model.type.kind === "enum" && model.type.values.map((value) => names.enumKey(model, value))
    );
  };
  expect(keys(0)).toEqual([
    "Empty",
    "AB",
    "AB2",
    "Value1",
    "Greater",
    "V1_0",
    "Asterisk",
    "Default",
    "日本",
    "NotNot",
  ]);
  expect(keys(1)).toEqual(["Value2", "Minus3", "Value1Dot5"]);
});

test("client options do not clash", () => {
  const { api, names } = planned({
    components: {
      securitySchemes: {
        "api-key": { type: "http", scheme: "bearer" },
        server: { type: "http", scheme: "basic" },
      },
    },
    servers: [{ url: "https://{api_key}.example.com", variables: { api_key: { default: "a" } } }],
    "x-speakeasy-globals": {
      parameters: ["timeoutMs", "maxResponseBytes", "allowHTTP"].map((name) => ({
        name,
        in: "query",
      })),
    },
  });
  expect(api.schemes.map(names.option)).toEqual(["apiKey", "serverAuth"]);
  expect(api.globals.map(names.global)).toEqual([
    "timeoutMsParameter",
    "maxResponseBytesParameter",
    "allowHTTPParameter",
  ]);
  expect(names.variable("api_key")).toBe("apiKeyVariable");
});
