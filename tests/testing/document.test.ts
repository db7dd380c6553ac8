import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ReceivedResponse, CONNECTIONS, type Fixture, start } from "./client.js";

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
  readonly $ref?: string;
}
interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly responses: Readonly<Record<string, Content>> }>>
    >
  >;
  readonly components: {
    readonly schemas: Record<string, { additionalProperties?: boolean }>;
    readonly responses: Readonly<Record<string, Content>>;
  };
}

const document: Document = parse(readFileSync(".speakeasy/ampersand/openapi.yaml", "utf8"));
const { schemas } = document.components;
// Closed here, to detect members that the document does not have.
for (const name of ["Connection", "ProviderApp", "Group", "Consumer", "Token", "Redirect"]) {
  schemas[name]!.additionalProperties = false;
}

let fixture: Fixture;
beforeAll(async () => {
  fixture = await start();
});
afterAll(() => fixture.close());

const project = "/projects/{projectIdOrName}/connections";
const one = `${project}/{connectionId}`;
const made = { groupRef: "g", consumerRef: "c", provider: "apollo", apiKey: "k" };
const custom = { projectIdOrName: "my-project", groupRef: "g", consumerRef: "c" };
const region = { providerMetadata: { region: { value: "eu", source: "input" } } };

test.for([
  [project, "GET", CONNECTIONS, undefined, 200],
  [project, "GET", "/projects/none/connections", undefined, 404],
  [`${project}:generate`, "POST", `${CONNECTIONS}:generate`, made, 201],
  [`${project}:generate`, "POST", `${CONNECTIONS}:generate`, {}, 400],
  [`${project}:generate`, "POST", `${CONNECTIONS}:generate`, { ...made, provider: "none" }, 422],
  [one, "GET", `${CONNECTIONS}/conn-0001?includeRefreshToken=true&refresh=force`, undefined, 200],
  [one, "GET", `${CONNECTIONS}/conn-0003`, undefined, 200],
  [one, "GET", `${CONNECTIONS}/none`, undefined, 404],
  [one, "GET", `${CONNECTIONS}/conn-0001?refresh=never`, undefined, 400],
  [
    one,
    "PATCH",
    `${CONNECTIONS}/conn-0003`,
    { updateMask: ["providerMetadata"], connection: region },
    200,
  ],
  [one, "PATCH", `${CONNECTIONS}/conn-0003`, { updateMask: ["provider"], connection: {} }, 400],
  [one, "PATCH", `${CONNECTIONS}/none`, {}, 404],
  [one, "DELETE", `${CONNECTIONS}/conn-0004`, undefined, 204],
  [one, "DELETE", `${CONNECTIONS}/conn-0004`, undefined, 404],
  [`${one}:oauth-update`, "PATCH", `${CONNECTIONS}/conn-0001:oauth-update`, undefined, 200],
  [`${one}:oauth-update`, "PATCH", `${CONNECTIONS}/conn-0003:oauth-update`, undefined, 400],
  [
    "/custom-auth/connect",
    "POST",
    "/custom-auth/connect",
    { ...custom, provider: "netsuite" },
    200,
  ],
  ["/custom-auth/connect", "POST", "/custom-auth/connect", { ...custom, provider: "apollo" }, 200],
  ["/custom-auth/connect", "POST", "/custom-auth/connect", {}, 400],
] as const)(
  "%s %s at %s responds as the document says",
  async ([template, method, path, body, status]) => {
    const response = await fixture.call(method, path, body);
    expect(response.status).toBe(status);
    checkAgainst(template, method, response);
  },
);

test.for([401, 429, 500])("an injected %i is a problem of the document", async (status) => {
  fixture.emulator.fail({ status, retryAfter: 1 });
  checkAgainst(project, "GET", await fixture.call("GET", CONNECTIONS));
});

function checkAgainst(template: string, method: string, response: ReceivedResponse): void {
  const { content } = describedResponse(template, method, response.status);
  if (!content) return expect([response.text, response.type]).toEqual(["", null]);
  const [[type, { schema }] = ["", { schema: {} }]] = Object.entries(content);
  expect(response.type?.split(";", 1)[0]).toBe(type);
  const value: unknown = type === "text/plain" ? response.text : response.json;
  expect(toZod(schema).safeParse(value)).toMatchObject({ success: true });
}

function describedResponse(template: string, method: string, status: number): Content {
  const responses = document.paths[template]?.[method.toLowerCase()]?.responses ?? {};
  const response = responses[status] ?? responses["default"] ?? {};
  return document.components.responses[response.$ref?.split("/").at(-1) ?? ""] ?? response;
}

function toZod(schema: object): z.ZodType {
  const local = JSON.stringify({ ...schema, $defs: schemas });
  return z.fromJSONSchema(JSON.parse(local.replaceAll("#/components/schemas/", "#/$defs/")));
}
