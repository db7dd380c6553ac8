/** Known quirks of the vendor's servers, which the vendor's own document and SDKs get wrong. */
import { inspect } from "node:util";
import { connectionsDelete } from "connections-sdk/nango/funcs/connectionsDelete.js";
import { connectionsGet } from "connections-sdk/nango/funcs/connectionsGet.js";
import { Response400, Response404, Response424 } from "connections-sdk/nango/models/errors";
import { expect, test } from "vitest";
import { API_KEY, READER, emulated, wire } from "./emulated.js";

const on = emulated();
const one = { connectionId: "hubspot-acme", providerConfigKey: "hubspot" };
const upsert = {
  providerConfigKey: "apollo",
  connectionId: "new",
  credentials: { type: "API_KEY", apiKey: "k" },
} as const;

const kinds: [string, object, object][] = [
  [
    "OAUTH2",
    { type: "OAUTH2", access_token: "a", raw: {}, tomorrow: 1 },
    { type: "OAUTH2", accessToken: "a", tomorrow: 1 },
  ],
  ["API_KEY", { type: "API_KEY", apiKey: "k" }, { type: "API_KEY", apiKey: "k" }],
  [
    "JWT",
    { type: "JWT", privateKey: { id: "i", secret: "s" }, expires_at: "2026-01-01T00:00:00Z" },
    { type: "JWT", privateKey: { id: "i", secret: "s" }, expiresAt: expect.any(Date) },
  ],
  [
    "CUSTOM",
    { type: "CUSTOM", raw: {}, app: { type: "APP", access_token: "a", raw: {} }, user: null },
    { type: "CUSTOM", app: { accessToken: "a" } },
  ],
  [
    "an unknown type",
    { type: "MCP_OAUTH2", any: [1] },
    { type: "UNKNOWN", isUnknown: true, raw: { type: "MCP_OAUTH2", any: [1] } },
  ],
  ["no type at all", {}, { type: "UNKNOWN", isUnknown: true, raw: {} }],
];
test.for(kinds)("credentials of %s are read", async ([, credentials, expected]) => {
  on.emulator.fail({ body: { ...wire, credentials } });
  const res = await connectionsGet(on.sdk(), one);
  expect(res).toMatchObject({ ok: true, value: { credentials: expected } });
});

test("date-times in all three formats are dates", async () => {
  const sdk = on.sdk();
  const [listed] = (await sdk.connections.list("hubspot-acme")).connections;
  const got = await sdk.connections.get(one);
  const made = await sdk.connections.create(upsert);
  expect(listed?.created).toEqual(new Date("2026-03-02T09:15:27.104Z"));
  expect(got.createdAt).toEqual(new Date("2026-03-02T09:15:27.104Z"));
  expect(made.createdAt).toBeInstanceOf(Date);
});

test("creating a connection is a 201, and a 200 is accepted", async () => {
  const sdk = on.sdk();
  expect(await sdk.connections.create(upsert)).toMatchObject({ connectionId: "new" });
  expect(on.last()?.status).toBe(201);
  on.emulator.fail({ status: 200, body: wire });
  expect(await sdk.connections.create(upsert)).toMatchObject({ connectionId: "c" });
});

test("an upsert replaces credentials", async () => {
  const sdk = on.sdk();
  const first = await sdk.connections.create(upsert);
  const again = { ...upsert, credentials: { type: "API_KEY", apiKey: "k2" } } as const;
  const second = await sdk.connections.create(again);
  expect(second.id).toBe(first.id);
  expect(on.emulator.nango.connections.at(-1)?.credentials).toEqual(again.credentials);
});

test("credentials of another type than the provider's are a 400, and an unknown integration is a 404", async () => {
  const { connections } = on.sdk();
  await expect(
    connections.create({ ...upsert, providerConfigKey: "hubspot" }),
  ).rejects.toBeInstanceOf(Response400);
  await expect(
    connections.create({ ...upsert, providerConfigKey: "nowhere" }),
  ).rejects.toBeInstanceOf(Response404);
  const bad = { ...upsert, credentials: { type: "API_KEY", apiKey: "invalid" } } as const;
  await expect(connections.create(bad)).rejects.toMatchObject({
    error: { code: "connection_test_failed" },
  });
});

test("get is a 400 for an unknown integration, and a 404 for an unknown connection", async () => {
  const { connections } = on.sdk();
  await expect(connections.get("hubspot-acme", "nowhere")).rejects.toMatchObject({
    name: "Response400",
    error: { code: "unknown_provider_config" },
  });
  await expect(connections.get("nobody", "hubspot")).rejects.toBeInstanceOf(Response404);
});

test("delete is a 400 with a code and no message for an unknown connection", async () => {
  const res = await connectionsDelete(on.sdk(), { ...one, connectionId: "nobody" });
  if (res.ok || res.error.name !== "Response400") return expect.unreachable();
  expect(res.error.error.code).toBe("unknown_connection");
  expect(res.error.message).toBe("400 Bad Request: unknown_connection");
});

test("a connection that is no longer refreshed is a 424 with the connection, and not retried", async () => {
  const connection = on.emulator.nango.connections.find((c) => c.provider === "salesforce");
  if (connection) connection.refresh_exhausted = true;
  const error: unknown = await on
    .sdk()
    .connections.get("salesforce-acme", "salesforce-eu")
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof Response424)) return expect.unreachable();
  expect(error.error.payload).toMatchObject({ connection: { credentials: {} } });
  expect(error.message).toBe(
    "424 Failed Dependency: The refresh limit has been reached for this connection.",
  );
  expect(on.emulator.log).toHaveLength(1);
});

test("a forced refresh is not retried, a plain get is", async () => {
  const { connections } = on.sdk();
  on.emulator.fail({ status: 502 });
  await expect(connections.get("hubspot-acme", "hubspot", true)).rejects.toMatchObject({
    statusCode: 502,
  });
  expect(on.emulator.log).toHaveLength(1);
  on.emulator.fail({ status: 502 });
  await connections.get("hubspot-acme", "hubspot");
  expect(on.emulator.log).toHaveLength(3);
});

test("the refresh token is included only on request", async () => {
  const { connections } = on.sdk();
  const plain = await connections.get("hubspot-acme", "hubspot");
  expect(plain.credentials).not.toHaveProperty("refreshToken");
  const asked = await connections.get("hubspot-acme", "hubspot", undefined, true);
  expect(asked.credentials).toMatchObject({ refreshToken: "refresh-0001" });
});

test("a key that may not read credentials gets none, and refreshes none", async () => {
  const { connections } = on.sdk({ apiKey: READER });
  const { credentials } = await connections.get("hubspot-acme", "hubspot");
  expect(credentials).toEqual({ type: "UNKNOWN", isUnknown: true, raw: {} });
  await expect(connections.get("hubspot-acme", "hubspot", true)).rejects.toMatchObject({
    statusCode: 403,
  });
  await expect(connections.delete("hubspot-acme", "hubspot")).rejects.toThrow("403 Forbidden: ");
});

test.for([
  ["git&hub", "a/b?x=1#y"],
  ["git hub", "../integrations/github"],
  ["a", 'it\'s "{quoted}" | $5 @ [home]\\x'],
])("ids go into the URL whole: %s %s", async ([integration, id]) => {
  const { nango } = on.emulator;
  const key = integration ?? "";
  nango.integrations.push({ provider_config_key: key, provider: "p", auth: "NONE" });
  await connectionsDelete(on.sdk(), { connectionId: id ?? "", providerConfigKey: key });
  const url = new URL(on.last()?.url ?? "");
  expect(url.pathname.startsWith("/nango/connections/")).toBe(true);
  expect(url.pathname.split("/")).toHaveLength(4);
  expect(decodeURIComponent(url.pathname.split("/")[3] ?? "")).toBe(id);
  expect(url.searchParams.get("provider_config_key")).toBe(key);
});

test.for(["", ".", ".."])("the id %j is refused, and nothing is sent", async (id) => {
  await expect(on.sdk().connections.delete(id, "hubspot")).rejects.toMatchObject({
    name: "SDKValidationError",
  });
  expect(on.emulator.log).toEqual([]);
});

test("metadata is replaced or updated, for one or several connections, all or none", async () => {
  const { connections } = on.sdk();
  const [acme] = on.emulator.nango.connections;
  await connections.update("hubspot-acme", "hubspot", { seats: 3 });
  expect(acme?.metadata).toEqual({ region: "eu", seats: 3 });
  await connections.createMetadata("hubspot-acme", "hubspot", { plan: "pro" });
  expect(acme?.metadata).toEqual({ plan: "pro" });
  await connections.update(["hubspot-acme", "globex"], "hubspot", { both: true });
  expect(acme?.metadata).toEqual({ plan: "pro", both: true });
  await expect(
    connections.createMetadata(["hubspot-acme", "nobody"], "hubspot", {}),
  ).rejects.toMatchObject({ name: "Response404", error: { code: "unknown_connection" } });
  expect(acme?.metadata).toEqual({ plan: "pro", both: true });
});

test("an end user without tags replaces the tags", async () => {
  const { connections } = on.sdk();
  const [acme] = on.emulator.nango.connections;
  await connections.updateConnection("hubspot-acme", "hubspot", { endUser: { id: "u" } });
  expect(acme?.tags).toEqual({ end_user_id: "u" });
  await connections.updateConnection("hubspot-acme", "hubspot", { tags: { Plan: "pro" } });
  expect(acme?.tags).toEqual({ plan: "pro" });
});

test("filters by tags are encoded as the vendor expects", async () => {
  const { connections } = await on.sdk().connections.list({ tags: { plan: "pro" } });
  expect(connections).toHaveLength(1);
  expect(decodeURIComponent(on.last()?.path ?? "")).toBe("/connections?tags[plan]=pro");
});

test("a page of the dashboard with a 200 is not a connection", async () => {
  const { connections } = on.sdk({ serverURL: `${on.url}/v9` });
  await expect(connections.list()).rejects.toMatchObject({
    name: "ResponseValidationError",
    statusCode: 200,
  });
});

test("a Retry-After of 0 does not delay the retry", async () => {
  on.emulator.fail({ status: 429, retryAfter: 0 });
  await on.sdk().connections.list();
  expect(on.emulator.log.map(({ status }) => status)).toEqual([429, 200]);
});

test.for([
  ["text", "The provided secret key is not a UUID v4."],
  [
    "4fa3e7f0-9d1c-4c0f-8a2b-000000000000",
    "The provided authorization header does not match any account.",
  ],
])("the key %s is a 401 that says %s", async ([apiKey, reason]) => {
  const error: unknown = await on
    .sdk({ apiKey: apiKey ?? "" })
    .connections.list()
    .then(undefined, (thrown: unknown) => thrown);
  expect(error).toMatchObject({
    statusCode: 401,
    message: `401 Unauthorized: Authentication failed. ${reason}`,
  });
});

test("no error contains the key", async () => {
  on.emulator.fail({ status: 400, body: { error: { code: "x", message: `no ${API_KEY}` } } });
  const error: unknown = await on
    .sdk()
    .connections.list()
    .then(undefined, (thrown: unknown) => thrown);
  expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toContain(API_KEY);
});
