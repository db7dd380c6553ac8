/**
 * New credentials keep what a connection holds: Nango replaces a connection as a whole, and empties
 * what the request does not carry.
 */
import { HTTPClient, SDK } from "connections-sdk";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import { connectionsUpdateAuthorization } from "connections-sdk/funcs/connectionsUpdateAuthorization.js";
import { nango } from "connections-sdk/nango";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { errorOf } from "../../contract/calls.js";

let served: ServedEmulator;
let sdk: SDK<ReturnType<typeof nango>["types"] & object>;
beforeAll(async () => {
  served = await serve();
  const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
  sdk = new SDK({ platform: nango({ apiKey, serverURL: served.serverURL("nango") }) });
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const apollo = { provider: "apollo", connectionId: "globex" };
const apiKey = { type: "apiKey", apiKey: "apollo-key-0009" } as const;
const held = {
  metadata: { seats: 3 },
  tags: { plan: "pro", organization_id: "group-9", end_user_id: "user-9" },
  connection_config: { subdomain: "globex" },
  webhook_url_override: "https://hooks.example/globex",
};
const stored = (): (typeof served.emulator.nango.connections)[number] => {
  const { connection_id, provider_config_key } = {
    connection_id: apollo.connectionId,
    provider_config_key: apollo.provider,
  };
  const found = served.emulator.nango.connections.find(
    (one) => one.connection_id === connection_id && one.provider_config_key === provider_config_key,
  );
  if (!found) throw new Error("the connection is gone");
  return found;
};

test.for([
  [
    "updateAuthorization",
    () => sdk.connections.updateAuthorization({ ...apollo, credentials: apiKey }),
  ],
  ["generate", () => sdk.connections.generate({ ...apollo, credentials: apiKey })],
] as const)("%s keeps metadata, tags, configuration and webhook URL", async ([, call]) => {
  Object.assign(stored(), structuredClone(held));
  await call();
  expect(stored()).toMatchObject({ ...held, credentials: { apiKey: "apollo-key-0009" } });
  expect(await sdk.connections.get(apollo)).toMatchObject({
    group: { ref: "group-9" },
    consumer: { ref: "user-9" },
  });
});

test("what the caller passes replaces that member only", async () => {
  Object.assign(stored(), structuredClone(held));
  const extra = { metadata: { seats: 4 }, tags: { plan: "free" } };
  await sdk.connections.generate({ ...apollo, credentials: apiKey, extra });
  expect(stored()).toMatchObject({
    ...held,
    metadata: { seats: 4 },
    tags: { plan: "free", organization_id: "group-9", end_user_id: "user-9" },
  });
});

test("the scopes of new tokens are added to the configuration that is there", async () => {
  const one = { provider: "salesforce-eu", connectionId: "salesforce-acme" };
  const credentials = { type: "oauth2", accessToken: "at", scopes: ["read"] } as const;
  await sdk.connections.updateAuthorization({
    ...one,
    credentials: { ...credentials, scopes: ["read"] },
  });
  const found = served.emulator.nango.connections.find((c) => c.connection_id === one.connectionId);
  expect(found?.connection_config).toEqual({
    instance_url: "https://acme.my.salesforce.example",
    oauth_scopes_override: ["read"],
  });
});

test("a connection that Nango cannot refresh is taken from the payload of the error", async () => {
  const one = { provider: "salesforce-eu", connectionId: "salesforce-acme" };
  const before = served.emulator.nango.connections.find((c) => c.provider === "salesforce");
  const { tags } = structuredClone(before ?? { tags: {} });
  await sdk.connections.updateAuthorization({
    ...one,
    credentials: { type: "oauth2", accessToken: "at", refreshToken: "rt" },
  });
  expect(served.emulator.log.map(({ method, status }) => [method, status])).toEqual([
    ["GET", 400],
    ["POST", 201],
  ]);
  const found = served.emulator.nango.connections.find((c) => c.connection_id === one.connectionId);
  expect(found).toMatchObject({
    tags,
    connection_config: { instance_url: "https://acme.my.salesforce.example" },
  });
});

test("a connection that Nango no longer refreshes is read from the payload of the 424", async () => {
  Object.assign(stored(), structuredClone(held), { refresh_exhausted: true });
  await sdk.connections.updateAuthorization({ ...apollo, credentials: apiKey });
  expect(stored()).toMatchObject(held);
});

test.for([400, 401, 403, 424, 500])(
  "a read that fails with %d stops before the POST",
  async (status) => {
    served.emulator.fail({ method: "GET", status, times: "always" });
    const retries = { strategy: "none" } as const;
    for (const verb of [connectionsUpdateAuthorization, connectionsGenerate]) {
      const error = errorOf(await verb(sdk, { ...apollo, credentials: apiKey }, { retries }));
      expect(error).toMatchObject({ statusCode: status });
    }
    expect(served.emulator.log.map(({ method }) => method)).toEqual(["GET", "GET"]);
  },
);

test("generate with the id of no connection creates it", async () => {
  const made = await sdk.connections.generate({
    ...apollo,
    connectionId: "new",
    groupRef: "group-7",
    consumerRef: "user-7",
    credentials: apiKey,
  });
  expect(made).toMatchObject({ id: "new", group: { ref: "group-7" }, consumer: { ref: "user-7" } });
  const { connections } = await sdk.connections.list({
    groupRef: "group-7",
    consumerRef: "user-7",
  });
  expect(connections.map(({ coordinates }) => coordinates)).toEqual([made.coordinates]);
});

test.for(["a#b", "a/b?x=1", "é", "a\nb", "a".repeat(256)])(
  "the id %j, which Nango could never find again, is refused before it is sent",
  async (connectionId) => {
    const error = errorOf(
      await connectionsGenerate(sdk, { ...apollo, connectionId, credentials: apiKey }),
    );
    expect(error).toMatchObject({ issues: [{ path: ["connectionId"] }] });
    expect(served.emulator.log).toEqual([]);
  },
);

test("another person keeps no name or address of the one before", async () => {
  const one = { provider: "hubspot", connectionId: "hubspot-acme" };
  await sdk.connections.update({ ...one, consumerRef: "user-2" });
  const { connections } = await sdk.connections.list({ consumerRef: "user-2" });
  expect(connections).toMatchObject([{ group: { ref: "group-123" }, consumer: { ref: "user-2" } }]);
  expect(served.emulator.nango.connections[0]?.tags).toEqual({
    plan: "pro",
    organization_id: "group-123",
    organization_display_name: "Acme Ltd",
    end_user_id: "user-2",
  });
});

test("an update of a connection that is gone sends no change", async () => {
  const gone = { provider: "hubspot", connectionId: "gone" };
  const error = errorOf(await connectionsUpdate(sdk, { ...gone, consumerRef: "user-2" }));
  expect(error).toMatchObject({ name: "Response404" });
  expect(served.emulator.log.map(({ method }) => method)).toEqual(["GET"]);
});

/** An SDK whose reads get another response, and the requests that it sent. */
function reading(status: number, body: unknown): { sent: Request[]; sdk: typeof sdk } {
  const sent: Request[] = [];
  const httpClient = new HTTPClient({
    fetcher: (input) => {
      const request = input as Request;
      sent.push(request);
      return request.method === "GET"
        ? Promise.resolve(Response.json(body, { status }))
        : fetch(request);
    },
  });
  const options = { apiKey: "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19", httpClient };
  const serverURL = served.serverURL("nango");
  return { sent, sdk: new SDK({ platform: nango({ ...options, serverURL }) }) };
}

const wire = { connection_id: "globex", provider_config_key: "apollo" };

test.for([
  [200, {}],
  [200, { ...wire, connection_id: "another" }],
  [200, { ...wire, metadata: ["a"] }],
  [200, { ...wire, connection_config: "a" }],
  [200, { ...wire, tags: "a" }],
  [404, {}],
  [404, "no such route"],
  [404, { error: {} }],
] as const)("a read that returns %j cannot be kept: no POST", async ([status, body]) => {
  const { sent, sdk: reader } = reading(status, body);
  const res = await connectionsGenerate(reader, { ...apollo, credentials: apiKey });
  expect(res).toMatchObject({ ok: false });
  expect(sent.map(({ method }) => method)).toEqual(["GET"]);
});

const headers = (): Iterable<[string, string]> => new Map([["x-trace", "1"]]).entries();

test("headers that can be read once are sent with every request", async () => {
  const { sent, sdk: reader } = reading(200, wire);
  const request = { ...apollo, credentials: apiKey };
  await connectionsGenerate(reader, request, { headers: headers() });
  await connectionsUpdate(reader, { ...apollo, consumerRef: "user-2" }, { headers: headers() });
  expect(sent.map(({ method }) => method)).toEqual(["GET", "POST", "GET", "PATCH", "GET"]);
  expect(sent.map((each) => each.headers.get("x-trace"))).toEqual(["1", "1", "1", "1", "1"]);
});

test.for(["endUser", "end_user", "End_User", "end_user_id", "endUserOrganizationId"])(
  "extra.%s is refused: it names a customer",
  async (name) => {
    const extra = { [name]: { id: "user-9" } };
    const request = { ...apollo, credentials: apiKey, extra };
    const error = errorOf(await connectionsGenerate(sdk, request));
    expect(error).toMatchObject({ issues: [{ path: ["extra", name] }] });
    expect(served.emulator.log).toEqual([]);
  },
);
