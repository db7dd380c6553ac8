/** The models of the unified API as schemas of zod. */
import { SDK } from "connections-sdk";
import { nango } from "connections-sdk/nango";
import * as schemas from "connections-sdk/zod";
import { serve } from "connections-sdk/testing";
import { expect, test } from "vitest";
import * as z from "zod";

const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";

test("every connection of a list survives JSON, with its times and unknown members", async () => {
  await using server = await serve({ nango: { apiKeys: [apiKey] } });
  const sdk = new SDK({ platform: nango({ apiKey, serverURL: server.serverURL("nango") }) });
  const { connections: list } = await sdk.connections.list({});
  for (const connection of list) {
    const json = JSON.parse(JSON.stringify({ ...connection, later: { kept: true } })) as unknown;
    const read = z.decode(schemas.ConnectionDataWire, json as never);
    expect(read).toEqual({ ...connection, later: { kept: true } });
    expect(JSON.parse(JSON.stringify(z.encode(schemas.ConnectionDataWire, read)))).toEqual(json);
    expect(schemas.ConnectionData.parse(read)).toEqual(read);
  }
  expect(list.length).toBeGreaterThan(1);
});

test("a status and a health that are not known are kept", () => {
  const value = {
    type: "connection",
    id: "a",
    platform: "new",
    provider: "p",
    status: "resting",
    health: { reason: "It sleeps", needs: "coffee", since: "2026-01-02T03:04:05Z" },
  };
  const read = z.decode(schemas.ConnectionDataWire, value as never);
  expect(read).toEqual({
    ...value,
    health: { ...value.health, since: new Date("2026-01-02T03:04:05Z") },
  });
});

test.each([
  ["an empty groupRef", schemas.NangoListRequest, { groupRef: "" }, ["groupRef"]],
  ["a groupRef that is null", schemas.NangoListRequest, { groupRef: null }, ["groupRef"]],
  ["no provider", schemas.NangoConnectionRequest, { connectionId: "a" }, ["provider"]],
  [
    "coordinates of another platform",
    schemas.NangoConnectionRequest,
    { platform: "codat", version: 1, provider: "p", connectionId: "a" },
    ["platform"],
  ],
  [
    "credentials of an unknown kind",
    schemas.NangoGenerateRequest,
    { provider: "p", credentials: { type: "telepathy" } },
    ["credentials", "type"],
  ],
] as const)("%s is refused by the schema of the request", (_, schema, request, path) => {
  const result = z.safeParse(schema as z.ZodType, request);
  expect(result.error?.issues[0]?.path).toEqual(path);
});

test("requests describe themselves as JSON Schema", () => {
  const schema = z.toJSONSchema(schemas.NangoConnectionRequest);
  expect(schema).toMatchObject({
    type: "object",
    properties: { provider: { type: "string", minLength: 1 } },
    required: ["provider", "connectionId"],
  });
});

const { override, ...described } = schemas;

test.each(Object.entries(described))("%s has a JSON Schema that says all it knows", (_, schema) => {
  const options = { io: "input", unrepresentable: "any", override } as const;
  const { $schema: __, ...json } = z.toJSONSchema(schema, options);
  expect(Object.keys(json)).not.toEqual([]);
});

test.each([
  ["Ampersand", schemas.AmpersandListRequest],
  ["Nango", schemas.NangoListRequest],
  ["Codat", schemas.CodatListRequest],
  ["Mammoth", schemas.MammothListRequest],
])("the request of list on %s has a JSON Schema without further options", (_, schema) => {
  expect(z.toJSONSchema(schema)).toMatchObject({ type: "object" });
});

test("times in JSON Schema are strings", () => {
  const options = { unrepresentable: "any", override } as const;
  const { properties = {} } = z.toJSONSchema(schemas.OAuth2Credentials, options);
  expect(properties["expiresAt"]).toEqual({ type: "string", format: "date-time" });
});

test("a request can be extended and picked from, for a form", () => {
  const form = schemas.NangoGenerateRequest.pick({ provider: true }).extend({
    terms: z.literal(true),
  });
  expect(form.parse({ provider: "hubspot", terms: true })).toEqual({
    provider: "hubspot",
    terms: true,
  });
  expect(form.safeParse({ provider: "", terms: true }).success).toBe(false);
});

test("credentials that arrive as JSON get their time back", () => {
  const Body = schemas.NangoGenerateRequest.extend({
    credentials: schemas.CredentialsWire.optional(),
  });
  const credentials = { type: "oauth2", accessToken: "a", expiresAt: "2026-01-02T03:04:05Z" };
  const request = z.decode(Body, { provider: "p", credentials } as never);
  expect(request.credentials).toEqual({
    ...credentials,
    expiresAt: new Date(credentials.expiresAt),
  });
  const wrong = { provider: "p", credentials: { ...credentials, expiresAt: "soon" } };
  expect(z.safeDecode(Body, wrong as never).error?.issues[0]?.path).toEqual([
    "credentials",
    "expiresAt",
  ]);
});
