import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CONNECTIONS, type Fixture, start } from "./client.js";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await start();
});
afterEach(() => fixture.emulator.reset());
afterAll(() => fixture.close());

const who = { groupRef: "group-new", consumerRef: "consumer-new" };
const generate = (body: unknown) => fixture.call("POST", `${CONNECTIONS}:generate`, body);
const update = (id: string, body: unknown) => fixture.call("PATCH", `${CONNECTIONS}/${id}`, body);

test("generate responds with 201 and the connection, which then exists", async () => {
  const made = await generate({
    ...who,
    groupName: "Newcomers",
    provider: "apollo",
    apiKey: "k-1",
    providerMetadata: { region: { value: "eu", source: "input" } },
  });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    id: "conn-0007",
    projectId: "project-0001",
    provider: "apollo",
    group: { groupRef: "group-new", groupName: "Newcomers" },
    consumer: { consumerRef: "consumer-new", consumerName: "consumer-new" },
    authScheme: "apiKey",
    status: "working",
    apiKey: "k-1",
    providerMetadata: { region: { value: "eu", source: "input" } },
    createTime: expect.stringMatching(/\.\d{6}Z$/),
  });
  expect((await fixture.call("GET", `${CONNECTIONS}/conn-0007`)).json).toEqual(made.json);
});

test("generate creates a second connection of the same group", async () => {
  const [first, second] = [
    await generate({ ...who, provider: "hackerNews" }),
    await generate({ ...who, provider: "hackerNews" }),
  ];
  expect(first.json.id).not.toBe(second.json.id);
  expect(first.json.group).toEqual(second.json.group);
});

test.for([
  [{ provider: "salesforce" }, "created"],
  [{ provider: "hackerNews" }, "working"],
  [{ provider: "greenhouse", basicAuth: { username: "u", password: "p" } }, "working"],
  [
    { provider: "greenhouse", basicAuth: { username: "u", password: "invalid" } },
    "bad_credentials",
  ],
  [
    { provider: "marketo", oauth2ClientCredentials: { clientId: "c", clientSecret: "s" } },
    "working",
  ],
  [{ provider: "netsuite", customAuth: { account: "1", keys: ["a"] } }, "working"],
] as const)(
  "generate with %j has the status %s and stores the credential",
  async ([body, status]) => {
    const made = await generate({ ...who, ...body });
    expect([made.status, made.json.status]).toEqual([201, status]);
    const { provider, ...credentials } = body;
    expect(fixture.emulator.ampersand.connections.at(-1)).toMatchObject({ provider, credentials });
    expect(made.text).not.toContain("password");
  },
);

test("generate lists each required member that is missing", async () => {
  const response = await generate({ groupRef: 7 });
  expect([response.status, response.type]).toEqual([400, "application/problem+json"]);
  expect(response.json.issues).toEqual([
    { in: "body", name: "groupRef", value: 7, detail: "groupRef must be a text." },
    { in: "body", name: "consumerRef", detail: "consumerRef is required." },
    { in: "body", name: "provider", detail: "provider is required." },
  ]);
  expect(response.json.causes).toHaveLength(3);
});

test("generate identifies a nested member by its path", async () => {
  const response = await generate({
    ...who,
    provider: "greenhouse",
    basicAuth: { username: "u" },
    providerMetadata: { region: { value: "eu" } },
  });
  expect(response.json.issues.map(({ name }: { name: string }) => name)).toEqual([
    "providerMetadata.region.source",
    "basicAuth.password",
  ]);
});

test.for([
  [{ provider: "no-such-provider" }, "provider"],
  [{ provider: "apollo", basicAuth: { username: "u", password: "p" } }, "basicAuth"],
  [{ provider: "hackerNews", apiKey: "k" }, "apiKey"],
] as const)("generate with %j cannot be carried out: 422", async ([body, name]) => {
  const response = await generate({ ...who, ...body });
  expect(response.status).toBe(422);
  expect(response.json.issues).toMatchObject([{ in: "body", name }]);
  expect(fixture.emulator.ampersand.connections).toHaveLength(6);
});

test("generate in an unknown project is a 404", async () => {
  const path = "/projects/none/connections:generate";
  const response = await fixture.call("POST", path, { ...who, provider: "apollo" });
  expect([response.status, response.json.issues]).toEqual([404, undefined]);
});

test("a body of another content type is a 415, and invalid JSON is a 400", async () => {
  const path = `${CONNECTIONS}:generate`;
  const plain = { "x-api-key": "key", "content-type": "text/plain" };
  expect((await fixture.call("POST", path, "{}", plain)).status).toBe(415);
  expect((await generate("{")).status).toBe(400);
  const charset = { "x-api-key": "key", "content-type": "application/json; charset=utf-8" };
  const body = { ...who, provider: "hackerNews" };
  expect((await fixture.call("POST", path, body, charset)).status).toBe(201);
});

test("update changes what the mask names and ignores the rest", async () => {
  const response = await update("conn-0004", {
    updateMask: ["providerWorkspaceRef"],
    connection: { providerWorkspaceRef: "globex-us", groupRef: "group-123", apiKey: "k" },
  });
  expect(response.status).toBe(200);
  expect(response.json).toMatchObject({
    providerWorkspaceRef: "globex-us",
    group: { groupRef: "group-456" },
    updateTime: expect.stringMatching(/\.\d{6}Z$/),
  });
});

test("update replaces a credential as a whole, and the provider verifies it again", async () => {
  const response = await update("conn-0005", {
    updateMask: ["basicAuth"],
    connection: { basicAuth: { username: "v", password: "q" } },
  });
  expect(response.json.status).toBe("working");
  expect(fixture.emulator.ampersand.connections[4]!.credentials).toEqual({
    basicAuth: { username: "v", password: "q" },
  });
});

test("a mask with names that cannot be updated is refused, and the remedy lists those that can", async () => {
  const response = await update("conn-0004", {
    updateMask: ["groupRef", "providerMetadata"],
    connection: { groupRef: "group-123", providerMetadata: {} },
  });
  expect(response.status).toBe(400);
  expect(response.json.issues).toMatchObject([{ name: "updateMask", value: "groupRef" }]);
  expect(response.json.remedy).toBe(
    "Allowed in updateMask: providerWorkspaceRef, providerMetadata, apiKey, basicAuth, oauth2ClientCredentials, oauth2PasswordCredentials.",
  );
});

test.for([
  [{ updateMask: [], connection: {} }, "updateMask"],
  [{ updateMask: ["apiKey"], connection: {} }, "connection.apiKey"],
  [{ updateMask: ["apiKey"], connection: { apiKey: "k" } }, "updateMask"],
  [{ connection: {} }, "updateMask"],
  [{ updateMask: "apiKey", connection: {} }, "updateMask"],
  [{ updateMask: ["apiKey"] }, "connection"],
] as const)("update with %j is refused because of %s", async ([body, name]) => {
  const response = await update("conn-0004", body);
  expect(response.status).toBe(400);
  expect(response.json.issues).toMatchObject([{ in: "body", name }]);
});

test("delete responds with 204 without a body, and with a plain 404 the second time", async () => {
  const first = await fixture.call("DELETE", `${CONNECTIONS}/conn-0001`);
  expect([first.status, first.text, first.type]).toEqual([204, "", null]);
  const second = await fixture.call("DELETE", `${CONNECTIONS}/conn-0001`);
  expect([second.status, second.json.issues]).toEqual([404, undefined]);
  expect((await update("conn-0001", {})).json.issues).toBeUndefined();
});

test("oauthUpdate returns a URL as plain text, also for an id with a colon", async () => {
  fixture.emulator.ampersand.connections[0]!.id = "conn:1";
  const response = await fixture.call("PATCH", `${CONNECTIONS}/conn%3A1:oauth-update`);
  expect([response.status, response.type]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(response.text).toBe(
    "https://salesforce.example.com/authorize?client_id=salesforce-client&state=conn%3A1",
  );
});

test("oauthUpdate of a connection without OAuth is refused", async () => {
  const response = await fixture.call("PATCH", `${CONNECTIONS}/conn-0003:oauth-update`);
  expect([response.status, response.json.issues[0].in]).toEqual([400, "path"]);
});

const custom = { projectIdOrName: "my-project", provider: "netsuite", ...who };
const connect = (body: unknown) => fixture.call("POST", "/custom-auth/connect", body);

test("customAuthConnect with credentials returns the connection", async () => {
  const response = await connect({ ...custom, customAuth: { account: "1" } });
  expect(response.json.connection).toMatchObject({ provider: "netsuite", status: "working" });
});

test("customAuthConnect without credentials redirects, and continues the session once", async () => {
  const { url, sessionId } = (await connect(custom)).json.redirect;
  expect(url).toBe("https://netsuite.example.com/authorize?state=session-0001");
  const next = { projectIdOrName: "my-project", sessionId, callbackParams: { code: "c" } };
  expect((await connect(next)).json.connection.group.groupRef).toBe("group-new");
  expect((await connect(next)).json.issues).toMatchObject([{ name: "sessionId" }]);
});

test.for([
  [{}, "projectIdOrName"],
  [{ ...custom, projectIdOrName: "none" }, "projectIdOrName"],
  [{ projectIdOrName: "my-project", provider: "netsuite", groupRef: "g" }, "consumerRef"],
  [{ ...custom, provider: "none" }, "provider"],
  [{ ...custom, sessionId: "none" }, "sessionId"],
] as const)("customAuthConnect with %j is refused because of %s", async ([body, name]) => {
  const response = await connect(body);
  expect(response.status).toBe(400);
  expect(response.json.issues).toMatchObject([{ name }]);
});
