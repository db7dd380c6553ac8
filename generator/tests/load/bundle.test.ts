import { symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { Json, JsonObject } from "../../src/document/json.js";
import { load } from "../../src/load/index.js";
import { toLocation } from "../../src/load/read.js";
import { folder } from "../support/folder.js";

interface Loading {
  readonly document: JsonObject | undefined;
  readonly diagnostics: readonly string[];
  readonly all: readonly Diagnostic[];
}

async function loading(
  files: Readonly<Record<string, Json | string>>,
  more: {
    readonly overlays?: readonly string[];
    readonly allowRemote?: boolean;
    readonly allowOutside?: boolean;
    /** The folder of the command, relative to that of the files. */
    readonly within?: string;
    readonly inputs?: readonly string[];
  } = {},
): Promise<Loading> {
  const texts = Object.entries(files).map(
    ([path, value]) => [path, typeof value === "string" ? value : JSON.stringify(value)] as const,
  );
  const root = folder(Object.fromEntries(texts));
  const at = (name: string): URL => toLocation(name, root);
  const { inputs = ["openapi.yaml"], overlays = [], allowRemote = false, within } = more;
  const { value, diagnostics } = await load(
    {
      inputs: inputs.map(at),
      overlays: overlays.map(at),
      ...(within !== undefined && { folder: at(within) }),
    },
    { allowRemote, allowOutside: more.allowOutside ?? false },
  );
  return {
    // every document in these tests is an object
    document: value?.document as JsonObject | undefined,
    diagnostics: diagnostics.map(({ code }) => code),
    all: diagnostics,
  };
}

const OK = { description: "ok" };

test("a schema of another file becomes a component, once", async () => {
  const { document, diagnostics } = await loading({
    "openapi.yaml": {
      components: {
        schemas: {
          A: {
            properties: { x: { $ref: "./user.yaml" }, y: { $ref: "user.yaml", description: "y" } },
          },
        },
      },
    },
    "user.yaml": { type: "object" },
  });
  expect(diagnostics).toEqual([]);
  expect(document).toEqual({
    components: {
      schemas: {
        A: {
          properties: {
            x: { $ref: "#/components/schemas/user" },
            y: { $ref: "#/components/schemas/user", description: "y" },
          },
        },
        user: { type: "object" },
      },
    },
  });
});

test("a component that only refers to a file gets its content and keeps its name", async () => {
  const { document } = await loading({
    "openapi.yaml": {
      components: {
        schemas: { User: { $ref: "s.yaml#/User" }, B: { items: { $ref: "s.yaml#/User" } } },
      },
    },
    "s.yaml": {
      User: { properties: { friend: { $ref: "#/User" }, pet: { $ref: "#/Pet" } } },
      Pet: {},
    },
  });
  expect(document?.components).toEqual({
    schemas: {
      User: {
        properties: {
          friend: { $ref: "#/components/schemas/User" },
          pet: { $ref: "#/components/schemas/Pet" },
        },
      },
      B: { items: { $ref: "#/components/schemas/User" } },
      Pet: {},
    },
  });
});

test("refs are relative to the file that contains them, and may lead back to the root", async () => {
  const { document, diagnostics } = await loading({
    "openapi.yaml": {
      components: { schemas: { A: { items: { $ref: "a/one.yaml" } }, R: { type: "string" } } },
    },
    "a/one.yaml": { properties: { two: { $ref: "../b/two.yaml#/Two" } } },
    "b/two.yaml": {
      Two: {
        anyOf: [{ $ref: "../a/one.yaml" }, { $ref: "../openapi.yaml#/components/schemas/R" }],
      },
    },
  });
  expect(diagnostics).toEqual([]);
  expect(document?.components).toEqual({
    schemas: {
      A: { items: { $ref: "#/components/schemas/one" } },
      R: { type: "string" },
      one: { properties: { two: { $ref: "#/components/schemas/Two" } } },
      Two: { anyOf: [{ $ref: "#/components/schemas/one" }, { $ref: "#/components/schemas/R" }] },
    },
  });
});

test("path items are copied to where they are used, with the keywords next to the ref", async () => {
  const { document } = await loading({
    "openapi.yaml": {
      paths: {
        "/a": { $ref: "paths.yaml#/~1a", summary: "ours" },
        "/b": { $ref: "#/components/pathItems/B" },
      },
      components: { pathItems: { B: { get: { responses: { 200: OK } } } } },
    },
    "paths.yaml": {
      "/a": { summary: "theirs", get: { responses: { 200: { $ref: "responses.yaml#/Ok" } } } },
    },
    "responses.yaml": { Ok: OK },
  });
  expect(document?.paths).toEqual({
    "/a": { summary: "ours", get: { responses: { 200: { $ref: "#/components/responses/Ok" } } } },
    "/b": { get: { responses: { 200: OK } } },
  });
  expect(document?.components).toMatchObject({ responses: { Ok: OK } });
});

test("parameters, bodies, headers, examples and links go to their own sections", async () => {
  const { document } = await loading({
    "openapi.yaml": {
      paths: {
        "/a": {
          parameters: [{ $ref: "c.yaml#/p" }],
          post: {
            requestBody: { $ref: "c.yaml#/b" },
            responses: {
              200: {
                headers: { H: { $ref: "c.yaml#/h" } },
                content: { "application/json": { examples: { e: { $ref: "c.yaml#/e" } } } },
                links: { l: { $ref: "c.yaml#/l" } },
              },
            },
          },
        },
      },
    },
    "c.yaml": {
      p: { name: "p", in: "query" },
      b: { content: {} },
      h: {},
      e: { value: { $ref: "no ref" } },
      l: {},
    },
  });
  expect(document?.components).toEqual({
    parameters: { p: { name: "p", in: "query" } },
    requestBodies: { b: { content: {} } },
    headers: { h: {} },
    examples: { e: { value: { $ref: "no ref" } } },
    links: { l: {} },
  });
});

test("a name that is taken gets a number, with a warning", async () => {
  const { document, diagnostics } = await loading({
    "openapi.yaml": { components: { schemas: { User: { items: { $ref: "s.yaml#/User" } } } } },
    "s.yaml": { User: { type: "string" } },
  });
  expect(diagnostics).toEqual(["component-renamed"]);
  expect(document?.components).toEqual({
    schemas: { User: { items: { $ref: "#/components/schemas/User2" } }, User2: { type: "string" } },
  });
});

test("percent- and tilde-encoded names are found", async () => {
  const { document, diagnostics } = await loading({
    "openapi.yaml": {
      components: {
        schemas: {
          A: { items: { $ref: "a%20b/c%23d.yaml#/x~1y~0%7Bz%7D" } },
          "100%": {},
          B: { $ref: "#/components/schemas/100%25" },
        },
      },
    },
    "a b/c#d.yaml": { "x/y~{z}": { type: "string" } },
  });
  expect(diagnostics).toEqual([]);
  expect(document?.components).toEqual({
    schemas: {
      A: { items: { $ref: "#/components/schemas/x_y_z_" } },
      "100%": {},
      B: { $ref: "#/components/schemas/100%25" },
      x_y_z_: { type: "string" },
    },
  });
});

test("examples, defaults and constants are data, whatever they contain", async () => {
  const data = { $ref: "./nowhere.yaml" };
  const schema = {
    example: data,
    examples: [data],
    default: data,
    const: data,
    enum: [data],
    "x-a": data,
  };
  const { document, diagnostics } = await loading({
    "openapi.yaml": {
      components: { schemas: { A: schema, B: { properties: { example: { $ref: "b.yaml" } } } } },
    },
    "b.yaml": {},
  });
  expect(diagnostics).toEqual([]);
  expect(document?.components).toMatchObject({
    schemas: { A: schema, B: { properties: { example: { $ref: "#/components/schemas/b" } } } },
  });
});

test("the mapping of a discriminator follows its schemas", async () => {
  const { document } = await loading({
    "openapi.yaml": {
      components: { schemas: { Pet: { $ref: "pets.yaml#/components/schemas/Pet" } } },
    },
    "pets.yaml": {
      components: {
        schemas: {
          Pet: {
            oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "dog.json" }],
            discriminator: { propertyName: "t", mapping: { c: "Cat", d: "dog.json" } },
          },
          Cat: {},
        },
      },
    },
    "dog.json": { type: "object" },
  });
  expect(document?.components).toMatchObject({
    schemas: {
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/dog" }],
        discriminator: {
          mapping: { c: "#/components/schemas/Cat", d: "#/components/schemas/dog" },
        },
      },
    },
  });
});

test("a mapping to a file that is not there stays as it is, for the check to report", async () => {
  const discriminator = { propertyName: "t", mapping: { c: "models/gone.yml" } };
  const { document, diagnostics } = await loading({
    "openapi.yaml": { components: { schemas: { Pet: { discriminator } } } },
  });
  expect(diagnostics).toEqual([]);
  expect(document?.components).toEqual({ schemas: { Pet: { discriminator } } });
});

test("a file that a mapping and a ref name has to be there", async () => {
  const discriminator = { propertyName: "t", mapping: { c: "gone.yml" } };
  const { diagnostics } = await loading({
    "openapi.yaml": {
      components: { schemas: { Pet: { discriminator, oneOf: [{ $ref: "gone.yml" }] } } },
    },
  });
  expect(diagnostics).toEqual(["file-missing"]);
});

test("a ref can point to an anchor", async () => {
  const { document } = await loading({
    "openapi.yaml": { components: { schemas: { A: { $ref: "#b" }, B: { $anchor: "b" } } } },
  });
  expect(document?.components).toMatchObject({
    schemas: { A: { $ref: "#/components/schemas/B" } },
  });
});

test("a path item that refers to itself is an error and no endless loop", async () => {
  const { diagnostics } = await loading({
    "openapi.yaml": { paths: { "/a": { $ref: "p.yaml" } } },
    "p.yaml": { $ref: "p.yaml" },
  });
  expect(diagnostics).toEqual(["ref-circular"]);
});

test.each([
  ["a file that does not exist", { $ref: "gone.yaml" }, "file-missing"],
  ["a location that does not exist", { $ref: "s.yaml#/Gone" }, "ref-unresolved"],
  ["the network", { $ref: "https://example.com/a.yaml" }, "remote-not-allowed"],
])("a ref to %s is an error", async (_, schema, code) => {
  const { diagnostics } = await loading({
    "openapi.yaml": { components: { schemas: { A: { items: schema } } } },
    "s.yaml": { A: {} },
  });
  expect(diagnostics).toEqual([code]);
});

test("a remote document is fetched if that is allowed, and reads no local file", async () => {
  const server = createServer((request, response) => {
    const remote =
      request.url === "/ok.yaml" ? { type: "string" } : { items: { $ref: "file:///etc/hostname" } };
    response.end(JSON.stringify(remote));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const refTo = (name: string): JsonObject => ({
    "openapi.yaml": JSON.stringify({
      components: { schemas: { A: { $ref: `http://127.0.0.1:${port}/${name}` } } },
    }),
  });
  const fine = await loading(refTo("ok.yaml") as Record<string, Json>, { allowRemote: true });
  expect(fine.document?.components).toEqual({ schemas: { A: { type: "string" } } });
  const hostile = await loading(refTo("hostile.yaml") as Record<string, Json>, {
    allowRemote: true,
  });
  expect(hostile.diagnostics).toEqual(["ref-to-local-file"]);
});

test("several inputs become one document, and conflicts are errors", async () => {
  const merged = await loading(
    {
      "a.yaml": {
        info: { title: "A" },
        servers: [{ url: "/1" }],
        paths: { "/a": {} },
        components: { schemas: { S: { type: "string" } } },
      },
      "b.yaml": {
        info: { title: "B" },
        servers: [{ url: "/1" }, { url: "/2" }],
        paths: { "/b": {} },
        components: { schemas: { S: { type: "string" } } },
      },
    },
    { inputs: ["a.yaml", "b.yaml"] },
  );
  expect(merged.diagnostics).toEqual([]);
  expect(merged.document).toEqual({
    info: { title: "A" },
    servers: [{ url: "/1" }, { url: "/2" }],
    paths: { "/a": {}, "/b": {} },
    components: { schemas: { S: { type: "string" } } },
  });
  const clash = await loading(
    {
      "a.yaml": { components: { schemas: { S: { type: "string" } } } },
      "b.yaml": { components: { schemas: { S: { type: "number" } } } },
    },
    { inputs: ["a.yaml", "b.yaml"] },
  );
  expect(clash.all).toMatchObject([
    { code: "input-conflict", pointer: "/components/schemas/S/type" },
  ]);
});

test("an overlay reaches the content of all files, and may refer to more files", async () => {
  const { document, diagnostics } = await loading(
    {
      "openapi.yaml": { paths: { "/a": { $ref: "p.yaml" } } },
      "p.yaml": { get: { operationId: "a", responses: { 200: OK } } },
      "more.yaml": { type: "string" },
      "overlay.yaml": {
        overlay: "1.0.0",
        actions: [
          { target: "$.paths[*][?@.operationId=='a']", update: { "x-speakeasy-group": "g" } },
          { target: "$", update: { components: { schemas: { M: { $ref: "./more.yaml" } } } } },
        ],
      },
    },
    { overlays: ["overlay.yaml"] },
  );
  expect(diagnostics).toEqual([]);
  expect(document).toMatchObject({
    paths: { "/a": { get: { "x-speakeasy-group": "g" } } },
    components: { schemas: { M: { type: "string" } } },
  });
});

const outside = {
  "docs/openapi.yaml": { components: { schemas: { A: { $ref: "../secret.yaml#/A" } } } },
  "secret.yaml": { A: { type: "string", title: "secret" } },
};

test("a ref to a file outside the folders of command and document is rejected unless allowed", async () => {
  const inputs = ["docs/openapi.yaml"];
  const refused = await loading(outside, { inputs });
  expect(refused.diagnostics).toEqual(["ref-outside"]);
  expect(refused.all[0]?.help).toContain("--allow-outside");
  const allowed = [
    await loading(outside, { inputs, allowOutside: true }),
    await loading(outside, { inputs, within: "." }),
  ];
  for (const { diagnostics, document } of allowed) {
    expect(diagnostics).toEqual([]);
    expect(document?.["components"]).toEqual({
      schemas: { A: { type: "string", title: "secret" } },
    });
  }
});

test("a link inside the folder does not lead out of it", async () => {
  const secrets = folder({ "secret.yaml": "A: { type: string }" });
  const root = folder({
    "openapi.yaml": JSON.stringify({
      components: { schemas: { A: { $ref: "x/secret.yaml#/A" } } },
    }),
  });
  symlinkSync(secrets, `${root}/x`);
  const { diagnostics } = await load(
    { inputs: [toLocation("openapi.yaml", root)], overlays: [] },
    { allowRemote: false },
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(["ref-outside"]);
});

test.each([
  ["file://host/x.yaml", "ref-outside"],
  ["file:///a%2fb.yaml", "ref-outside"],
  ["/etc/passwd", "ref-outside"],
  ["data:application/json,{}", "protocol-unsupported"],
  ["javascript:alert(1)", "protocol-unsupported"],
  ["https://evil.example/x.yaml", "remote-not-allowed"],
])("a ref to %s is rejected", async ($ref, code) => {
  const { diagnostics } = await loading({
    "openapi.yaml": { components: { schemas: { A: { $ref } } } },
  });
  expect(diagnostics).toEqual([code]);
});

test("what a Swagger 2.0 document refers to in other files goes to its own sections", async () => {
  const { document, diagnostics } = await loading({
    "openapi.yaml": {
      swagger: "2.0",
      paths: {
        "/a": {
          get: {
            parameters: [{ $ref: "parts.yaml#/parameters/Limit" }],
            responses: {
              200: { description: "d", schema: { $ref: "parts.yaml#/definitions/Pet" } },
              404: { $ref: "parts.yaml#/responses/Gone" },
            },
          },
        },
      },
      definitions: { Pet: { type: "string" }, Pets: { items: { $ref: "pets.json" } } },
    },
    "parts.yaml": {
      definitions: { Pet: { properties: { owner: { $ref: "#/definitions/Owner" } } }, Owner: {} },
      parameters: { Limit: { name: "limit", in: "query", type: "integer" } },
      responses: { Gone: { schema: { $ref: "#/definitions/Owner" } } },
    },
    "pets.json": { type: "array" },
  });
  expect(diagnostics).toEqual(["component-renamed"]);
  expect(document).toEqual({
    swagger: "2.0",
    paths: {
      "/a": {
        get: {
          parameters: [{ $ref: "#/parameters/Limit" }],
          responses: {
            200: { description: "d", schema: { $ref: "#/definitions/Pet2" } },
            404: { $ref: "#/responses/Gone" },
          },
        },
      },
    },
    definitions: {
      Pet: { type: "string" },
      Pets: { items: { $ref: "#/definitions/pets" } },
      Pet2: { properties: { owner: { $ref: "#/definitions/Owner" } } },
      pets: { type: "array" },
      Owner: {},
    },
    parameters: { Limit: { name: "limit", in: "query", type: "integer" } },
    responses: { Gone: { schema: { $ref: "#/definitions/Owner" } } },
  });
});

test.each([
  [{ swagger: "2.0", definitions: { A: { $ref: "Pet" }, Pet: {} } }, "#/definitions/Pet"],
  [{ components: { schemas: { A: { $ref: "Pet" }, Pet: {} } } }, "#/components/schemas/Pet"],
])("a ref that is only a name leads to the schema of that name: %j", async (root, ref) => {
  const { document, diagnostics } = await loading({ "openapi.yaml": root });
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(document)).toContain(JSON.stringify({ A: { $ref: ref }, Pet: {} }));
});
