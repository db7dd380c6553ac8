import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CONNECTIONS, type Fixture, start } from "./client.js";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await start({ now: () => new Date("2026-06-01T12:00:00.250Z") });
});
afterEach(() => fixture.emulator.reset());
afterAll(() => fixture.close());

const get = (path: string) => fixture.call("GET", path);

test.for([
  ["", ["conn-0001", "conn-0002", "conn-0003", "conn-0004", "conn-0005"]],
  ["?groupRef=group-123", ["conn-0001", "conn-0002", "conn-0003"]],
  ["?groupRef=group-123&consumerRef=consumer-789", ["conn-0003"]],
  ["?provider=hubspot", ["conn-0002"]],
  ["?provider=hubspot&groupRef=group-456", []],
  ["?unknown=1&provider=marketo", ["conn-0004"]],
] as const)("the list with %j holds what every filter lets through", async ([query, ids]) => {
  const response = await get(CONNECTIONS + query);
  expect([response.status, response.type]).toEqual([200, "application/json"]);
  expect(response.json.map(({ id }: { id: string }) => id)).toEqual(ids);
});

test("a project is found by its id and by its name", async () => {
  expect((await get("/projects/project-0001/connections")).text).toEqual(
    (await get(CONNECTIONS)).text,
  );
  expect((await get("/projects/other-project/connections")).json).toHaveLength(1);
});

test("a connection includes its group, its consumer and its app, but not its tokens", async () => {
  const response = await get(`${CONNECTIONS}/conn-0001`);
  expect(response.json).toEqual({
    id: "conn-0001",
    projectId: "project-0001",
    provider: "salesforce",
    providerApp: {
      id: "app-salesforce",
      projectId: "project-0001",
      provider: "salesforce",
      clientId: "salesforce-client",
      scopes: ["read", "write"],
      createTime: "2026-01-12T08:00:00.250731Z",
    },
    group: {
      groupRef: "group-123",
      groupName: "Acme Ltd",
      projectId: "project-0001",
      createTime: "2026-03-02T09:15:27.104893Z",
    },
    consumer: {
      consumerRef: "consumer-456",
      consumerName: "Ada Byron",
      projectId: "project-0001",
      createTime: "2026-03-02T09:15:27.104893Z",
    },
    providerWorkspaceRef: "acme",
    createTime: "2026-03-02T09:15:27.104893Z",
    authScheme: "oauth2/authorizationCode",
    status: "working",
  });
});

test("includeCreds includes only the access token", async () => {
  const response = await get(`${CONNECTIONS}/conn-0001?includeCreds=true`);
  expect(response.json.oauth2AuthorizationCode).toEqual({
    accessToken: { token: "access-0001", expiresAt: "2099-01-01T00:00:00.000001Z" },
    scopes: ["read", "write"],
  });
});

test("includeRefreshToken includes both tokens, whatever includeCreds is", async () => {
  const response = await get(
    `${CONNECTIONS}/conn-0001?includeRefreshToken=true&includeCreds=false`,
  );
  expect(response.json.oauth2AuthorizationCode).toMatchObject({
    accessToken: { token: "access-0001" },
    refreshToken: { token: "refresh-0001" },
  });
});

test("an API key is included in a single connection, and not in the list", async () => {
  expect((await get(`${CONNECTIONS}/conn-0003`)).json.apiKey).toBe("apollo-key-0003");
  expect((await get(`${CONNECTIONS}?provider=apollo`)).json[0]).not.toHaveProperty("apiKey");
});

test("refresh=force refreshes the access token every time", async () => {
  const path = `${CONNECTIONS}/conn-0001?includeCreds=true&refresh=force`;
  const first = (await get(path)).json.oauth2AuthorizationCode.accessToken;
  const second = (await get(path)).json.oauth2AuthorizationCode.accessToken;
  expect([first.token, second.token]).toEqual(["renewed-access-0001", "renewed-access-0002"]);
  expect(first.expiresAt).toBe("2026-06-01T13:00:00.250000Z");
});

const token = async (id: string) =>
  (await get(`${CONNECTIONS}/${id}?includeCreds=true&refresh=ifExpired`)).json
    .oauth2AuthorizationCode.accessToken.token;

test("refresh=ifExpired refreshes only an expired token", async () => {
  expect(await token("conn-0001")).toBe("access-0001");
  expect(await token("conn-0002")).toBe("renewed-access-0001");
  expect(await token("conn-0002")).toBe("renewed-access-0001");
});

test("refresh=force with an invalid refresh token results in bad credentials", async () => {
  const stored = fixture.emulator.ampersand.connections[0]!;
  stored.credentials.oauth2AuthorizationCode = { refreshToken: { token: "invalid" } };
  expect((await get(`${CONNECTIONS}/conn-0001?refresh=force`)).json.status).toBe("bad_credentials");
});

test("refresh=force has no effect on a connection without OAuth tokens", async () => {
  expect((await get(`${CONNECTIONS}/conn-0003?refresh=force`)).json.status).toBe("working");
});

test.for([
  ["includeCreds=yes", "includeCreds"],
  ["refresh=always", "refresh"],
] as const)("the query %s is refused by name", async ([query, name]) => {
  const response = await get(`${CONNECTIONS}/conn-0001?${query}`);
  expect(response.status).toBe(400);
  expect(response.json.issues).toMatchObject([{ in: "query", name }]);
});

test("an unknown project is a problem with all members that help to resolve it", async () => {
  const response = await get("/projects/my-projekt/connections");
  expect([response.status, response.type]).toEqual([404, "application/problem+json"]);
  expect(response.json).toEqual({
    type: "about:blank",
    title: "Not Found",
    status: 404,
    subsystem: "emulator",
    time: expect.stringMatching(/^2026-06-01T12:00:00\.250\d{3}Z$/),
    requestId: "req-0001",
    detail: "There is no project my-projekt.",
    remedy: "Check the project's id or name.",
    issues: [
      {
        in: "path",
        name: "projectIdOrName",
        value: "my-projekt",
        detail: "There is no project my-projekt.",
      },
    ],
  });
});

test("a connection of another project is a 404", async () => {
  const response = await get(`${CONNECTIONS}/conn-0006`);
  expect([response.status, response.json.issues[0].name]).toEqual([404, "connectionId"]);
});

test("an encoded id with colons, slashes and percent signs is found", async () => {
  fixture.emulator.ampersand.connections[0]!.id = "a:b/c%3A:oauth-update";
  const path = `${CONNECTIONS}/${encodeURIComponent("a:b/c%3A:oauth-update")}`;
  expect((await get(path)).json.id).toBe("a:b/c%3A:oauth-update");
});

test.for([
  ["GET", "/nowhere", 404, null],
  ["GET", "/projects//connections", 404, null],
  ["GET", `${CONNECTIONS}/conn-0001:unknown-verb`, 404, null],
  ["GET", `${CONNECTIONS}/%zz`, 404, null],
  ["POST", CONNECTIONS, 405, "GET"],
  ["PUT", `${CONNECTIONS}/conn-0001`, 405, "GET, PATCH, DELETE"],
] as const)("%s %s is a problem with status %i", async ([method, path, status, allow]) => {
  const response = await fixture.call(method, path);
  expect([response.status, response.type]).toEqual([status, "application/problem+json"]);
  expect(response.headers.get("allow")).toBe(allow);
});
