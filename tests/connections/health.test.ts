/** What is wrong with a connection, in words that are safe to show, on every platform. */
import {
  type ConnectionHealth,
  ConnectionData,
  HealthReason,
  HTTPClient,
  SDK,
} from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { connectionsCheck } from "connections-sdk/funcs/connectionsCheck.js";
import { mammoth } from "connections-sdk/mammoth";
import { nango } from "connections-sdk/nango";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { errorOf } from "./contract/calls.js";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve();
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const CANARY = "password=hunter2 for ada@acme.example";
const uuid = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
const company = "8a210b68-6988-11ed-a1eb-0242ac120002";

const onAmpersand = (): SDK =>
  new SDK({ apiKeyHeader: "k", serverURL: served.serverURL("ampersand") });
// oxlint-disable-next-line typescript/explicit-function-return-type -- its platform is inferred
const onNango = () =>
  new SDK({ platform: nango({ apiKey: uuid, serverURL: served.serverURL("nango") }) });

/** A client whose server always responds with this body. */
function responding(body: unknown): HTTPClient {
  return new HTTPClient({ fetcher: () => Promise.resolve(Response.json(body)) });
}

test.for([
  ["created", { reason: "The sign-in is not finished", needs: "signIn" }],
  ["bad_credentials", { reason: "The service no longer accepts the credentials", needs: "signIn" }],
  ["working", undefined],
  ["something new", undefined],
] as const)("Ampersand's status %s is %j", async ([status, health]) => {
  served.emulator.ampersand.connections[0]!.status = status as "created";
  const one = { projectIdOrName: "my-project", connectionId: "conn-0001" };
  expect((await onAmpersand().connections.get(one)).health).toEqual(health);
});

test.for([
  [[{ type: "auth", log_id: "l" }], "broken", "signIn"],
  [[{ type: "sync", log_id: "l" }], "active", "wait"],
  [[{ type: "sync" }, { type: "auth" }], "broken", "signIn"],
  [[], "active", undefined],
  [[{ type: CANARY }], "active", undefined],
  [[null, 7, CANARY], "active", undefined],
] as const)("Nango's problems %j make it %s and need %s", async ([errors, status, needs]) => {
  served.emulator.nango.connections[0]!.errors = errors as never;
  const { connections } = await onNango().connections.list({ groupRef: "group-123" });
  const one = connections.find(({ id }) => id === "hubspot-acme");
  expect(one).toMatchObject({ status });
  expect(one?.health?.needs).toBe(needs);
  expect(JSON.stringify(one?.health ?? "")).not.toContain("hunter2");
});

test("Nango tells since when, if the access token has expired since", async () => {
  const [connection] = served.emulator.nango.connections;
  connection!.errors = [{ type: "auth", log_id: "l" }];
  connection!.credentials = {
    type: "OAUTH2",
    access_token: "a",
    expires_at: "2026-03-02T10:21:40.551Z",
    raw: {},
  };
  const one = { provider: "hubspot", connectionId: "hubspot-acme" };
  expect((await onNango().connections.get(one)).health).toEqual({
    reason: HealthReason.CredentialsRefused,
    needs: "signIn",
    since: new Date("2026-03-02T10:21:40.551Z"),
  });
});

const active = { status: "Active", errorMessage: CANARY, erroredOnUtc: "2026-05-01T12:00:00" };
const since = new Date("2026-05-01T12:00:00Z");
test.for<[string, unknown, ConnectionHealth | undefined]>([
  ["PendingAuth", null, { reason: HealthReason.NotSignedIn, needs: "signIn" }],
  ["Deauthorized", null, { reason: HealthReason.AccessWithdrawn, needs: "signIn" }],
  [
    "Deauthorized",
    [{ ...active, statusCode: "401" }],
    { reason: HealthReason.AccessWithdrawn, needs: "signIn", since },
  ],
  [
    "Unlinked",
    [{ ...active, statusCode: "401" }],
    { reason: HealthReason.Disconnected, needs: "signIn" },
  ],
  ["Linked", null, undefined],
  ["Linked", [{ ...active, status: "Resolved", statusCode: "401" }], undefined],
  [
    "Linked",
    [{ ...active, statusCode: "401" }],
    { reason: HealthReason.CredentialsRefused, needs: "signIn", since },
  ],
  [
    "Linked",
    [{ ...active, statusCode: "403" }],
    { reason: HealthReason.AccessDenied, needs: "consent", since },
  ],
  [
    "Linked",
    [{ ...active, statusCode: "402" }],
    { reason: HealthReason.SettingsRefused, needs: "settings", since },
  ],
  [
    "Linked",
    [{ ...active, statusCode: "503" }],
    { reason: HealthReason.ServiceUnavailable, needs: "wait", since },
  ],
  ["Linked", [{ ...active, statusCode: CANARY }], { reason: HealthReason.SyncFailed, since }],
  ["Linked", [null, 7, { status: "Active" }], { reason: HealthReason.SyncFailed }],
  ["Linked", CANARY, undefined],
  ["something new", [{ ...active, statusCode: "401" }], undefined],
])("Codat's status %s with %j is %j", async ([status, dataConnectionErrors, health]) => {
  const { raw } = await new SDK({
    platform: codat({ authHeader: "Basic a2V5", serverURL: served.serverURL("codat") }),
  }).connections.get({
    groupRef: company,
    connectionId: served.emulator.codat.connections[0]!.id,
  });
  const sdk = new SDK({
    platform: codat({ authHeader: "Basic a2V5" }),
    httpClient: responding({ ...raw, status, dataConnectionErrors }),
  });
  const connection = await sdk.connections.get({ groupRef: company, connectionId: raw.id });
  expect(connection.health).toEqual(health);
  expect(JSON.stringify(connection.health ?? "")).not.toContain("hunter2");
});

test.for([
  [{ job_id: 1 }, { reason: HealthReason.SettingUp, needs: "wait" }],
  [
    { job_id: 1, failure_reason: CANARY },
    { reason: HealthReason.SettingsRefused, needs: "settings" },
  ],
  [{ connection_key: "k" }, undefined],
] as const)("Mammoth's new connection %j is %j", async ([body, health]) => {
  const sdk = new SDK({
    platform: mammoth({ apiKey: "k", apiSecret: "s" }),
    httpClient: new HTTPClient({
      fetcher: () => Promise.resolve(Response.json(body, { status: 202 })),
    }),
  });
  const made = await sdk.connections.generate({
    projectIdOrName: "4/12",
    provider: "postgres",
    credentials: { type: "basic", username: "u", password: "p" },
  });
  expect(made.health).toEqual(health);
});

test("health survives JSON, with its time", async () => {
  const health = { reason: HealthReason.AccessDenied, needs: "consent", since } as const;
  const connection = {
    type: "connection",
    id: "c",
    platform: "p",
    provider: "s",
    status: "active",
  };
  const read = await ConnectionData["~standard"].validate(
    JSON.parse(JSON.stringify({ ...connection, health })),
  );
  expect(read).toMatchObject({ value: { health } });
});

test("every reason is a sentence that names nobody", () => {
  for (const reason of Object.values(HealthReason)) expect(reason).toMatch(/^The [a-z -]+$/i);
});

test("check has Ampersand renew the token", async () => {
  const one = { projectIdOrName: "my-project", connectionId: "conn-0001" };
  expect((await onAmpersand().connections.check(one)).status).toBe("active");
  const connection = served.emulator.ampersand.connections[0]!;
  connection.credentials.oauth2AuthorizationCode!.refreshToken = { token: "invalid" };
  expect(await onAmpersand().connections.check(one)).toMatchObject({
    status: "broken",
    health: { needs: "signIn" },
  });
});

test("check on Ampersand says so where it proves nothing", async () => {
  const key = { projectIdOrName: "my-project", connectionId: "conn-0003" };
  const error = errorOf(await connectionsCheck(onAmpersand(), key));
  expect(error).toMatchObject({ name: "InvalidRequestError" });
  expect(error.message).toBe(
    "connectionId: Ampersand cannot prove that credentials of the kind apiKey work, only OAuth 2",
  );
});

test.for([400, 424])("check on Nango is a broken connection after a %d", async (status) => {
  const one = { provider: "hubspot", connectionId: "hubspot-acme" };
  expect((await onNango().connections.check(one)).status).toBe("active");
  const { raw: _, ...listed } = (await onNango().connections.list({})).connections[0]!;
  expect(listed).toBeDefined();
  const connection = {
    id: 1,
    connection_id: "hubspot-acme",
    provider_config_key: "hubspot",
    provider: "hubspot",
    tags: { organization_id: "group-123" },
    credentials: {},
  };
  served.emulator.fail({
    status,
    body: { error: { code: "invalid_credentials", message: CANARY, payload: { connection } } },
  });
  const checked = await onNango().connections.check(one);
  expect(checked).toMatchObject({
    id: "hubspot-acme",
    status: "broken",
    group: { ref: "group-123" },
    health: { reason: HealthReason.CredentialsRefused, needs: "signIn" },
    coordinates: one,
  });
  expect(JSON.stringify(checked)).not.toContain("hunter2");
});

test("check is not retried: the platform may have renewed a token", async () => {
  served.emulator.fail({ status: 503, times: "always" });
  const one = { provider: "hubspot", connectionId: "hubspot-acme" };
  expect(errorOf(await connectionsCheck(onNango(), one))).toMatchObject({ statusCode: 503 });
  expect(served.emulator.log).toHaveLength(1);
});

test("check within a customer finds nobody else's", async () => {
  const theirs = onNango().within({ groupRef: "group-123" });
  const stranger = { provider: "apollo", connectionId: "globex" };
  expect(errorOf(await connectionsCheck(theirs, stranger))).toMatchObject({ kind: "notFound" });
  expect(served.emulator.log.every(({ path }) => !path.includes("force_refresh"))).toBe(true);
});

test("check is not there on Codat and Mammoth", async () => {
  for (const sdk of [
    new SDK({ platform: codat({ authHeader: "Basic a2V5" }) }),
    new SDK({ platform: mammoth({ apiKey: "k", apiSecret: "s" }) }),
  ])
    expect(errorOf(await connectionsCheck(sdk as never, {} as never))).toMatchObject({
      name: "UnsupportedOperationError",
      operation: "check",
    });
});
