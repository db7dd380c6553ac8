/**
 * The unified API on Nango: `extra`, verbs that make two calls, and Nango's own types of
 * credentials.
 */
import { SDK, type SDKValidationError } from "connections-sdk";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import { type NangoPlatform, nango } from "connections-sdk/nango";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { collect, errorOf } from "../../contract/calls.js";

let served: ServedEmulator;
let sdk: SDK<NangoPlatform>;
beforeAll(async () => {
  served = await serve();
  const serverURL = served.serverURL("nango");
  const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
  sdk = new SDK({ platform: nango({ apiKey, serverURL }) });
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const one = { provider: "hubspot", connectionId: "hubspot-acme" };

test("a listed connection can be read by its coordinates", async () => {
  for (const { provider, id } of await collect(sdk.connections.list({}).items())) {
    if (provider === "salesforce-eu") continue; // its tokens cannot be renewed
    const connection = await sdk.connections.get({ provider, connectionId: id });
    expect(connection).toMatchObject({ provider, id });
    expect(connection.updateTime).toBeInstanceOf(Date);
  }
});

test("an update without changes is refused before it is sent", async () => {
  for (const change of [{}, { extra: {} }, { extra: { tags: undefined } }]) {
    const error = errorOf(await connectionsUpdate(sdk, { ...one, ...change }));
    expect(error.message).toBe(
      "Request validation failed: expected at least one change: groupRef, consumerRef, or members of extra",
    );
  }
  expect(served.emulator.log).toEqual([]);
});

test("an invalid member is reported by its path in the unified API", async () => {
  const bad = 7 as never;
  const none = { provider: "hacker-news" };
  const errors = [
    errorOf(await connectionsGet(sdk, { ...one, extra: { forceRefresh: bad } })),
    errorOf(await connectionsList(sdk, { groupRef: bad })),
    errorOf(await connectionsList(sdk, { consumerRef: bad })),
    errorOf(await connectionsList(sdk, { provider: bad })),
    errorOf(await connectionsList(sdk, { extra: { connectionId: bad } })),
    errorOf(await connectionsList(sdk, { groupRef: "group-123", extra: { tags: bad } })),
    errorOf(await connectionsUpdate(sdk, { ...one, consumerRef: bad })),
    errorOf(await connectionsUpdate(sdk, { ...one, extra: { tags: bad } })),
    errorOf(await connectionsUpdate(sdk, { ...one, groupRef: bad })),
    errorOf(await connectionsGenerate(sdk, { ...none, connectionId: bad })),
    errorOf(await connectionsGenerate(sdk, { ...none, extra: { metadata: bad } })),
    errorOf(await connectionsGenerate(sdk, { ...none, groupRef: bad })),
    errorOf(await connectionsGenerate(sdk, { ...none, extra: { tags: { plan: bad } } })),
  ];
  expect(errors.map((error) => (error as SDKValidationError).issues[0]?.path.join("."))).toEqual([
    "extra.forceRefresh",
    "groupRef",
    "consumerRef",
    "provider",
    "extra.connectionId",
    "extra.tags",
    "consumerRef",
    "extra.tags",
    "groupRef",
    "connectionId",
    "extra.metadata",
    "groupRef",
    "extra.tags.plan",
  ]);
  expect(served.emulator.log).toEqual([]);
});

test("extra cannot override a coordinate", async () => {
  const extra = { connectionId: "globex", providerConfigKey: "apollo" } as object;
  expect((await sdk.connections.get({ ...one, extra })).id).toBe("hubspot-acme");
});

test("an update that cannot be read back is an error, and is not retried", async () => {
  served.emulator.fail({ method: "GET", status: 404 });
  const url = "https://hooks.example";
  const error = errorOf(
    await connectionsUpdate(sdk, { ...one, extra: { webhookUrlOverride: url } }),
  );
  expect(error).toMatchObject({ name: "Response404" });
  expect(served.emulator.log.map(({ method }) => method)).toEqual(["PATCH", "GET"]);
  expect(served.emulator.nango.connections[0]?.webhook_url_override).toBe(url);
});

test("$inspect of an update shows the last request, which reads the connection", async () => {
  const change = { ...one, consumerRef: "u" };
  const [, { request, response }] = await connectionsUpdate(sdk, change).$inspect();
  expect([request?.method, response?.status]).toEqual(["GET", 200]);
  served.emulator.fail({ method: "PATCH", status: 400 });
  const [, refused] = await connectionsUpdate(sdk, change).$inspect();
  expect([refused.request?.method, refused.response?.status]).toEqual(["PATCH", 400]);
});

test("a missing key is reported as an option of the client", async () => {
  const keyless = new SDK({ platform: nango({ serverURL: served.serverURL("nango") }) });
  for (const error of [
    errorOf(await connectionsList(keyless, {})),
    errorOf(await connectionsGet(keyless, one)),
    errorOf(await connectionsGenerate(keyless, { provider: "hacker-news" })),
  ])
    expect(error.message).toBe(
      "Request validation failed: apiKey: missing credential: pass apiKey, or set NANGO_API_KEY",
    );
});

test("new credentials repair a connection", async () => {
  const broken = { provider: "greenhouse", connectionId: "greenhouse-globex" };
  expect((await sdk.connections.get(broken)).status).toBe("broken");
  const credentials = { type: "basic", username: "u", password: "p" } as const;
  const connection = await sdk.connections.updateAuthorization({ ...broken, credentials });
  expect(connection).toMatchObject({ id: "greenhouse-globex", status: "active" });
});

test("scopes of tokens are added to the connection_config", async () => {
  const credentials = { type: "oauth2" as const, accessToken: "a", scopes: ["read"] };
  const extra = { connectionConfig: { subdomain: "acme" } };
  await sdk.connections.generate({ provider: "hubspot", credentials, extra });
  expect(served.emulator.nango.connections.at(-1)?.connection_config).toEqual({
    subdomain: "acme",
    oauth_scopes_override: ["read"],
  });
});

test("metadata is set for several connections at once", async () => {
  const connectionId = ["hubspot-acme", "globex"];
  await sdk.connections.metadata.set({ provider: "hubspot", connectionId, metadata: { a: 1 } });
  await sdk.connections.metadata.update({ provider: "hubspot", connectionId, metadata: { b: 2 } });
  const changed = served.emulator.nango.connections.filter(
    (connection) => connection.provider_config_key === "hubspot",
  );
  expect(changed.map(({ metadata }) => metadata)).toEqual([
    { a: 1, b: 2 },
    { a: 1, b: 2 },
  ]);
});

test("a verb that Nango does not support is an error at compile time and at run time", async () => {
  // @ts-expect-error -- Nango does not support it
  await expect(sdk.connections.unlink(one)).rejects.toThrow('nango does not support "unlink"');
});
