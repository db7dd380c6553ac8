/** Without credentials, the customer signs in, and the connection is found by whose it is. */
import { type AnySDK, SDK } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsUpdateAuthorization } from "connections-sdk/funcs/connectionsUpdateAuthorization.js";
import { nango } from "connections-sdk/nango";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { errorOf, quick } from "./contract/calls.js";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve();
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const uuid = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
const company = "8a210b68-6988-11ed-a1eb-0242ac120002";
const once = { intervalMs: 5, timeoutMs: 2000 };

const onAmpersand = (): SDK =>
  new SDK({ apiKeyHeader: "k", serverURL: served.serverURL("ampersand"), retryConfig: quick });
// oxlint-disable-next-line typescript/explicit-function-return-type -- its platform is inferred
const onNango = () =>
  new SDK({
    platform: nango({ apiKey: uuid, serverURL: served.serverURL("nango"), retryConfig: quick }),
  });
// oxlint-disable-next-line typescript/explicit-function-return-type -- its platform is inferred
const onCodat = () =>
  new SDK({
    platform: codat({ authHeader: "Basic a2V5", serverURL: served.serverURL("codat") }),
  });

const whose = { groupRef: "group-9", consumerRef: "user-9" };

test("on Nango the customer and the person travel through the session", async () => {
  const sdk = onNango();
  const extra = { tags: { plan: "pro" }, connectionConfig: { subdomain: "nine" } };
  const signIn = await sdk.connections.generate({ ...whose, provider: "hubspot", extra });
  expect(served.emulator.log[0]).toMatchObject({ method: "POST", path: "/connect/sessions" });
  expect(served.emulator.log[0]?.body).toEqual({
    tags: { plan: "pro", organization_id: "group-9", end_user_id: "user-9" },
    allowed_integrations: ["hubspot"],
    integrations_config_defaults: { hubspot: { connection_config: { subdomain: "nine" } } },
  });
  expect(signIn).toMatchObject({
    type: "signIn",
    authorizationUrl: expect.stringMatching(/^https:\/\/connect\./),
    session: { platform: "nango", version: 1, ...whose, provider: "hubspot", before: {} },
  });
  const minutes = (Number(signIn.expireTime) - Date.now()) / 60_000;
  expect(Math.round(minutes)).toBe(30);

  served.emulator.signIn(signIn.authorizationUrl);
  const stored: unknown = JSON.parse(JSON.stringify(signIn));
  const connection = await sdk.connections.waitFor(stored as typeof signIn, once);
  expect(connection).toMatchObject({
    status: "active",
    provider: "hubspot",
    group: { ref: "group-9" },
    consumer: { ref: "user-9" },
  });
  const [found] = (await sdk.connections.list({ groupRef: "group-9" })).connections;
  expect(found?.coordinates).toEqual(connection.coordinates);
});

test("on Nango a session for nobody has nothing to follow", async () => {
  const sdk = onNango();
  const signIn = await sdk.connections.generate({ provider: "hubspot" });
  expect(signIn).not.toHaveProperty("session");
  expect(served.emulator.log).toHaveLength(1);
  await expect(sdk.connections.waitFor(signIn)).rejects.toThrow(/^session: the sign-in has none/);
});

test.for([
  [{ connectionId: "mine" }, "connectionId"],
  [{ extra: { metadata: { a: 1 } } }, "extra.metadata"],
  [{ extra: { organization: { id: "group-9" } } }, "extra.organization"],
  [{ extra: { endUser: { id: "user-9" } } }, "extra.endUser"],
  [{ provider: 7 }, "provider"],
  [{ extra: { tags: { plan: 7 } } }, "extra.tags.plan"],
])("on Nango a sign-in that cannot carry %j is refused", async ([more, path]) => {
  const request = { ...whose, provider: "hubspot", ...(more as object) } as never;
  const error = errorOf(await connectionsGenerate(onNango(), request));
  expect(error).toMatchObject({ name: "SDKValidationError" });
  expect(error.message).toContain(`${path}: expected`);
  expect(served.emulator.log).toEqual([]);
});

test("on Nango an unknown integration is an error, and no session", async () => {
  const error = errorOf(await connectionsGenerate(onNango(), { ...whose, provider: "nowhere" }));
  expect(error).toMatchObject({ name: "Response400", statusCode: 400 });
});

test("on Nango signing in again keeps what a session can carry, and no secret goes along", async () => {
  const sdk = onNango();
  const connection = served.emulator.nango.connections[1]!; // its credentials no longer work
  connection.connection_config = {
    instance_url: "https://acme.my.salesforce.example",
    oauth_client_secret: "secret-that-must-not-show",
    regions: [{ name: "eu", api_key: "secret-that-must-not-show" }],
    proxy: { host: "p.example", password: "secret-that-must-not-show" },
    oauth_scopes_override: ["read", "write"],
  };
  connection.webhook_url_override = "https://hooks.acme.example";
  const one = { provider: "salesforce-eu", connectionId: "salesforce-acme" };
  const before = structuredClone(connection);
  const signIn = await sdk.connections.updateAuthorization(one);
  const sent = served.emulator.log.at(-1);
  expect(sent).toMatchObject({ method: "POST", path: "/connect/sessions/reconnect" });
  expect(sent?.body).toEqual({
    connection_id: "salesforce-acme",
    integration_id: "salesforce-eu",
    tags: before.tags,
    webhook_url_override: "https://hooks.acme.example",
    integrations_config_defaults: {
      "salesforce-eu": {
        connection_config: {
          instance_url: "https://acme.my.salesforce.example",
          regions: [{ name: "eu" }],
          proxy: { host: "p.example" },
          oauth_scopes_override: "read,write",
        },
      },
    },
  });
  expect(JSON.stringify(signIn)).not.toContain("secret-that-must-not-show");
  expect(signIn.session?.before).toMatchObject({ "salesforce-acme": { status: "broken" } });
  served.emulator.signIn(signIn.authorizationUrl);
  expect(connection.tags).toEqual(before.tags);
  expect(connection.metadata).toEqual(before.metadata ?? {});
  const again = await sdk.connections.waitFor(signIn, once);
  expect(again).toMatchObject({ id: "salesforce-acme", status: "active" });
});

test("on Ampersand the URL is for the customer and the person", async () => {
  const sdk = onAmpersand();
  const project = { projectIdOrName: "my-project" };
  const request = { ...project, ...whose, provider: "salesforce", extra: { groupName: "Nine" } };
  const signIn = await sdk.connections.generate(request);
  expect(served.emulator.log.map(({ method, path }) => [method, path])).toEqual([
    ["POST", "/oauth-connect"],
    [
      "GET",
      "/projects/my-project/connections?groupRef=group-9&consumerRef=user-9&provider=salesforce",
    ],
  ]);
  expect(served.emulator.log[0]?.body).toEqual({
    ...project,
    ...whose,
    provider: "salesforce",
    groupName: "Nine",
  });
  expect(signIn).not.toHaveProperty("expireTime"); // Ampersand does not tell
  served.emulator.signIn(signIn.authorizationUrl);
  const connection = await sdk.connections.waitFor(signIn.session, once);
  expect(connection).toMatchObject({ status: "active", group: { ref: "group-9", name: "Nine" } });
});

test("on Ampersand a service without OAuth needs credentials", async () => {
  const request = { projectIdOrName: "my-project", ...whose, provider: "apollo" };
  const error = errorOf(await connectionsGenerate(onAmpersand(), request));
  expect(error).toMatchObject({ name: "OauthConnectInputValidationProblem", statusCode: 400 });
});

test("on Ampersand nothing is sent for a sign-in that lacks a coordinate", async () => {
  for (const name of ["projectIdOrName", "groupRef", "consumerRef", "provider"]) {
    const { [name]: _, ...request } = {
      projectIdOrName: "my-project",
      ...whose,
      provider: "salesforce",
    } as Record<string, string>;
    const error = errorOf(await connectionsGenerate(onAmpersand(), request as never));
    expect(error).toMatchObject({ name: "SDKValidationError", issues: [{ path: [name] }] });
  }
  expect(served.emulator.log).toEqual([]);
});

test("on Codat the link of a connection is where the customer signs in again", async () => {
  const sdk = onCodat();
  const [, , , gone] = served.emulator.codat.connections;
  const one = { groupRef: company, connectionId: gone!.id };
  const before = await sdk.connections.get(one);
  expect(before.status).not.toBe("active");
  const signIn = await sdk.connections.updateAuthorization(one);
  expect(signIn).toEqual({
    type: "signIn",
    authorizationUrl: gone!.linkUrl,
    session: {
      platform: "codat",
      version: 1,
      ...one,
      before: { [gone!.id]: { status: before.status } },
    },
  });
  served.emulator.signIn(signIn.authorizationUrl);
  expect(await sdk.connections.waitFor(signIn, once)).toMatchObject({ status: "active" });
});

test("a connection that exists at once is followed as it is", async () => {
  const sdk = onCodat();
  const pending = await sdk.connections.generate({ groupRef: company, provider: "gbol" });
  setTimeout(() => served.emulator.signIn(pending.authorizationUrl ?? ""), 20);
  const connection = await sdk.connections.waitFor(pending, once);
  expect(connection).toMatchObject({ id: pending.id, status: "active" });
});

test("code over platforms sends anybody to sign in", async () => {
  const places: [AnySDK, Parameters<AnySDK["connections"]["generate"]>[0]][] = [
    [onAmpersand(), { projectIdOrName: "my-project", ...whose, provider: "hubspot" }],
    [onNango(), { ...whose, provider: "hubspot" }],
    [onCodat(), { groupRef: company, provider: "gbol" }],
  ];
  for (const [sdk, request] of places) {
    const made = await sdk.connections.generate(request);
    expect(made.authorizationUrl).toMatch(/^https:/);
    served.emulator.signIn(made.authorizationUrl ?? "");
    const { status, coordinates } = await sdk.connections.waitFor(made, once);
    expect(status).toBe("active");
    expect((await sdk.connections.get(coordinates)).status).toBe("active");
  }
});

test("within a customer, a sign-in is this customer's", async () => {
  const theirs = onNango().within({ groupRef: "group-123" });
  const made = await theirs.connections.generate({ provider: "hubspot" } as never);
  expect(made).toMatchObject({ type: "signIn", session: { groupRef: "group-123" } });
  const stranger = { provider: "greenhouse", connectionId: "greenhouse-globex" };
  const error = errorOf(await connectionsUpdateAuthorization(theirs, stranger));
  expect(error).toMatchObject({ kind: "notFound" });
  expect(served.emulator.nango.sessions).toHaveLength(1);
});

test("the emulator refuses a URL that it has not given out, or that is used up", async () => {
  const signIn = await onNango().connections.generate({ ...whose, provider: "hubspot" });
  served.emulator.signIn(signIn.authorizationUrl, "deny");
  expect(() => served.emulator.signIn(signIn.authorizationUrl)).toThrow("or it is over");
  expect(() => served.emulator.signIn("https://elsewhere.example")).toThrow("or it is over");
  expect(served.emulator.nango.connections).toHaveLength(5);
});
