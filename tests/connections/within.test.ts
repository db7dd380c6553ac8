/** A client for one customer, and everything that a caller could try to get round it. */
import {
  type AnySDK,
  type ClientOptions,
  type Coordinates,
  HTTPClient,
  InvalidRequestError,
  SDK,
  type SignIn,
  ampersand,
} from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsWaitFor } from "connections-sdk/funcs/connectionsWaitFor.js";
import { mammoth } from "connections-sdk/mammoth";
import { nango } from "connections-sdk/nango";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { VerbName } from "../../src/connections/vocabulary/verbs.js";
import { type AnySDK as Loose, collect, errorOf, functions, methods } from "./contract/calls.js";

let served: ServedEmulator;
const sdks = {
  ampersand: (options?: ClientOptions): AnySDK => {
    const serverURL = served.serverURL("ampersand");
    return new SDK({ platform: ampersand({ ...options, apiKeyHeader: "key", serverURL }) });
  },
  nango: (options?: ClientOptions): AnySDK => {
    const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
    return new SDK({
      platform: nango({ ...options, apiKey, serverURL: served.serverURL("nango") }),
    });
  },
  codat: (): AnySDK => {
    const authHeader = `Basic ${btoa("key")}`;
    return new SDK({ platform: codat({ authHeader, serverURL: served.serverURL("codat") }) });
  },
  mammoth: (): AnySDK => {
    const serverURL = served.serverURL("mammoth");
    return new SDK({ platform: mammoth({ apiKey: "k", apiSecret: "s", serverURL }) });
  },
};
beforeAll(async () => {
  served = await serve();
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const project = { projectIdOrName: "my-project" };
const apiKey = { type: "apiKey", apiKey: "k" };
const company = "8a210b68-6988-11ed-a1eb-0242ac120002";

/** What a platform's table needs to know. */
interface Place {
  readonly name: "ampersand" | "nango";
  readonly tenant: { readonly groupRef: string };
  /** The request that lists everything that the key can see. */
  readonly everything: object;
  /** Verbs on a connection of somebody else, and how they could be tried. */
  readonly tries: readonly (readonly [VerbName, object])[];
}

const places: readonly Place[] = [
  {
    name: "ampersand",
    tenant: { groupRef: "group-123" },
    everything: project,
    tries: [
      ["get", {}],
      ["get", { groupRef: "group-123" }],
      ["get", { extra: { groupRef: "group-123", includeCreds: true } }],
      ["update", { extra: { providerWorkspaceRef: "x" } }],
      ["update", { extra: { groupRef: "group-123" } }],
      ["updateAuthorization", {}],
      ["updateAuthorization", { credentials: apiKey }],
      ["delete", {}],
    ],
  },
  {
    name: "nango",
    tenant: { groupRef: "group-123" },
    everything: {},
    tries: [
      ["get", {}],
      ["get", { extra: { forceRefresh: true } }],
      ["get", { groupRef: "group-123" }],
      ["update", { groupRef: "group-123" }],
      ["update", { consumerRef: "user-1" }],
      ["update", { extra: { tags: { organization_id: "group-123" } } }],
      ["updateAuthorization", { credentials: apiKey }],
      ["generate", { credentials: apiKey }],
      ["generate", { credentials: apiKey, groupRef: "group-123" }],
      ["delete", {}],
      ["metadata.set", { metadata: { a: 1 } }],
      ["metadata.update", { metadata: { a: 1 } }],
    ],
  },
];

/** The SDK for requests of any type. */
const loose = (sdk: AnySDK): Loose => sdk as unknown as Loose;

describe.each(places)(
  "a client for one customer of $name",
  ({ name, tenant, everything, tries }) => {
    const strangers = async (): Promise<readonly (Coordinates | undefined)[]> => {
      const all = await collect(sdks[name]().connections.list(everything).items());
      const others = all.filter(({ group }) => group?.ref !== tenant.groupRef);
      expect(others.length).toBeGreaterThan(0);
      expect(others.length).toBeLessThan(all.length);
      return others.map(({ coordinates }) => coordinates);
    };

    test("its lists hold this customer's connections, and nobody else's", async () => {
      const theirs = sdks[name]().within(tenant);
      const items = await collect(theirs.connections.list(everything).items());
      expect(items.length).toBeGreaterThan(0);
      for (const { group } of items) expect(group?.ref).toBe(tenant.groupRef);
      for (const { coordinates } of items) {
        const got = await connectionsGet(theirs, coordinates);
        // Nango refuses to return a connection whose credentials it cannot refresh.
        if (got.ok) expect(got.value.group?.ref).toBe(tenant.groupRef);
        else expect(got.error).toMatchObject({ kind: "credentialsRefused" });
      }
    });

    test("an item of somebody else is left out, if the platform ignores the filter", async () => {
      const httpClient = new HTTPClient({
        fetcher: (request) => {
          const url = new URL((request as Request).url);
          for (const key of Array.from(url.searchParams.keys()))
            if (/group|tags/i.test(key)) url.searchParams.delete(key);
          return fetch(new Request(url, request as Request));
        },
      });
      const sdk = sdks[name]({ httpClient });
      const all = await collect(sdk.connections.list(everything).items());
      const theirs = await collect(sdk.within(tenant).connections.list(everything).items());
      expect(theirs.length).toBeGreaterThan(0);
      expect(theirs.length).toBeLessThan(all.length);
      for (const { group } of theirs) expect(group?.ref).toBe(tenant.groupRef);
    });

    test.for(tries)(
      "%s of a stranger's connection with %j is not found or refused",
      async ([verb, more]) => {
        for (const coordinates of await strangers()) {
          const before = JSON.stringify(served.emulator[name]);
          const sent = served.emulator.log.length;
          const theirs = loose(sdks[name]().within(tenant));
          const request = { ...coordinates, ...more };
          const error = errorOf(await functions[verb](theirs, request));
          if (error.name === "APIError")
            expect(error).toMatchObject({ statusCode: 404, kind: "notFound" });
          else expect(error).toBeInstanceOf(InvalidRequestError);
          await expect(methods[verb](theirs, request)).rejects.toMatchObject({ name: error.name });
          expect(served.emulator.log.slice(sent).every(({ method }) => method === "GET")).toBe(
            true,
          );
          expect(JSON.stringify(served.emulator[name])).toBe(before);
        }
      },
    );

    test("another customer's filter is refused, not replaced", async () => {
      const theirs = sdks[name]().within(tenant);
      const res = await connectionsList(theirs, { ...everything, groupRef: "somebody-else" });
      expect(res).toMatchObject({ error: { name: "InvalidRequestError" } });
      expect(served.emulator.log).toEqual([]);
    });

    test("a client within it can be narrower, and no other customer's", async () => {
      const theirs = sdks[name]().within(tenant);
      expect(() => theirs.within({ groupRef: "somebody-else" })).toThrow(InvalidRequestError);
      const person = theirs.within({ ...tenant, consumerRef: "user-1" });
      for await (const { consumer } of person.connections.list(everything).items())
        expect(consumer?.ref).toBe("user-1");
      expect(() => person.within({ ...tenant, consumerRef: "user-2" })).toThrow(
        InvalidRequestError,
      );
      const again = person.within(tenant);
      expect(again._platform?.tenant).toEqual({ ...tenant, consumerRef: "user-1" });
      expect(() => again.within({ ...tenant, consumerRef: "user-2" })).toThrow(InvalidRequestError);
    });

    test("a connection that it makes is this customer's", async () => {
      const theirs = sdks[name]().within(tenant);
      const made = await theirs.connections.generate({
        ...everything,
        provider: "apollo",
        consumerRef: "user-1",
        credentials: { type: "apiKey", apiKey: "k" },
      });
      expect(made.group?.ref).toBe(tenant.groupRef);
      expect((await theirs.connections.get(made.coordinates)).id).toBe(made.id);
    });
  },
);

test("on Nango no tag, filter or end user names another customer", async () => {
  const theirs = sdks.nango().within({ groupRef: "group-123" });
  for (const extra of [
    { endUserId: "user-9" },
    { endUserOrganizationId: "group-9" },
    { endUser: { id: "user-9" } },
  ]) {
    const res = await connectionsList(theirs, { extra });
    expect(res).toMatchObject({ ok: false, error: { name: "SDKValidationError" } });
  }
  for (const tags of [{ organization_id: "group-9" }, { Organization_ID: "group-9" }]) {
    for await (const { group } of theirs.connections.list({ extra: { tags } }).items())
      expect(group?.ref).toBe("group-123");
    const made = await theirs.connections.generate({
      provider: "apollo",
      credentials: { type: "apiKey", apiKey: "k" },
      extra: { tags },
    });
    expect(made.group?.ref).toBe("group-123");
    await theirs.connections.update({ connectionId: made.id, provider: "apollo", extra: { tags } });
    expect((await theirs.connections.get(made.coordinates)).group?.ref).toBe("group-123");
  }
});

test("what is sent is what has been proven, whatever the caller changes meanwhile", async () => {
  const theirs = sdks.nango().within({ groupRef: "group-123" });
  const connectionId = ["hubspot-acme"];
  const set = theirs.connections.metadata.set({
    provider: "hubspot",
    connectionId,
    metadata: { a: 1 },
  });
  connectionId[0] = "globex"; // a stranger's
  await set;
  expect(served.emulator.nango.connections.map(({ metadata }) => metadata)).toEqual([
    { a: 1 },
    ...served.emulator.nango.connections.slice(1).map(({ metadata }) => metadata),
  ]);
  const stranger = served.emulator.nango.connections.find(
    (one) => one.connection_id === "globex" && one.provider === "hubspot",
  );
  expect(stranger?.metadata).not.toEqual({ a: 1 });
  let reads = 0;
  const shifting = {
    provider: "hubspot",
    get connectionId() {
      return reads++ < 2 ? "hubspot-acme" : "globex";
    },
  };
  const got = await connectionsGet(theirs, shifting);
  expect(got).toMatchObject({ ok: true, value: { id: "hubspot-acme" } });
});

test("on Codat the customer is a coordinate of every connection", async () => {
  const theirs = sdks.codat().within({ groupRef: company });
  const [first] = await collect(theirs.connections.list({}).items());
  expect(first?.group).toEqual({ ref: company });
  expect((await theirs.connections.get(first?.coordinates)).id).toBe(first?.id);
  const stranger = { groupRef: "00000000-0000-0000-0000-000000000000", connectionId: "c" };
  const sent = served.emulator.log.length;
  const res = await connectionsGet(theirs, stranger);
  expect(res).toMatchObject({ ok: false });
  expect(served.emulator.log).toHaveLength(sent);
  expect(() => sdks.codat().within({ groupRef: company, consumerRef: "user-1" })).toThrow(
    InvalidRequestError,
  );
});

test("a platform without customers is refused at once", () => {
  expect(() => sdks.mammoth().within({ groupRef: "group-123" })).toThrow(
    "groupRef: mammoth cannot tell customers apart by it",
  );
});

test.for<[object, string]>([
  [{}, "groupRef: expected the id of a customer, received undefined"],
  [{ groupRef: "" }, "groupRef: expected the id of a customer, received an empty string"],
  [{ groupRef: undefined }, "groupRef: expected the id of a customer, received undefined"],
  [{ groupRef: "g", consumerRef: undefined }, "consumerRef: expected the id of a customer"],
])("the customer %j is refused at once: %s", ([tenant, message]) => {
  const make = (): unknown => sdks.ampersand().within(tenant as { groupRef: string });
  expect(make).toThrow(InvalidRequestError);
  expect(make).toThrow(message);
});

test("coordinates of another platform are told from those of a stranger", async () => {
  const nangos = { platform: "nango", version: 1, provider: "hubspot", connectionId: "x" };
  const clients = [sdks.ampersand(), sdks.ampersand().within({ groupRef: "group-123" })];
  for (const client of clients) {
    const error = errorOf(await functions.delete(loose(client), nangos));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error.message).toBe(
      "platform: the coordinates are of nango, but the SDK is for ampersand",
    );
  }
  expect(served.emulator.log).toEqual([]);
});

test("the deprecated methods are no way round it", async () => {
  const sdk = new SDK({ apiKeyHeader: "key", serverURL: served.serverURL("ampersand") });
  const theirs = sdk.within({ groupRef: "group-123" });
  await expect(theirs.connection.listConnections(project)).rejects.toMatchObject({
    name: "UnsupportedOperationError",
  });
  expect(served.emulator.log).toEqual([]);
});

describe("what names a connection", () => {
  const stranger = "conn-0004"; // of group-456

  test.for([
    { extra: { connectionId: stranger } },
    { extra: { connection_id: stranger } },
    { extra: { ConnectionID: stranger } },
  ])("is not in extra: %j", async (more) => {
    for (const sdk of [sdks.ampersand(), sdks.ampersand().within({ groupRef: "group-123" })]) {
      const res = await functions.get(loose(sdk), { ...project, ...more });
      expect(res).toMatchObject({ error: { name: "InvalidRequestError" } });
    }
    const generate = { provider: "hubspot", credentials: apiKey, ...more };
    for (const sdk of [sdks.nango(), sdks.nango().within({ groupRef: "group-123" })]) {
      const res = await functions.generate(loose(sdk), generate);
      expect(res).toMatchObject({ error: { name: "InvalidRequestError" } });
    }
    expect(served.emulator.log).toEqual([]);
  });

  test.for([
    { groupref: "group-456" },
    { Group_Ref: "group-456" },
    { extra: { groupref: "group-456" } },
    { extra: { group_ref: "group-456" } },
  ])("has one spelling: %j", async (more) => {
    const request = { ...project, groupRef: "group-123", consumerRef: "c", provider: "apollo" };
    const theirs = loose(sdks.ampersand().within({ groupRef: "group-123" }));
    const res = await functions.generate(theirs, { ...request, ...more });
    expect(res).toMatchObject({ error: { name: "InvalidRequestError" } });
    const update = { ...project, connectionId: "conn-0001", ...more };
    expect(await functions.update(theirs, update)).toMatchObject({
      error: { name: "InvalidRequestError" },
    });
    expect(served.emulator.log).toEqual([]);
  });

  test.for([
    { group: { groupRef: "group-456" } },
    { group: "group-456" },
    { consumer: { consumerRef: "consumer-9" } },
    { groupId: "group-456" },
    { tenant: "group-456" },
    { connection: { group: { groupRef: "group-456" } } },
  ])("is in no member that the SDK does not know: %j", async (more) => {
    const theirs = loose(sdks.ampersand().within({ groupRef: "group-123" }));
    const request = { ...project, consumerRef: "c", provider: "apollo", credentials: apiKey };
    const own = { ...project, connectionId: "conn-0001" };
    const nangos = loose(sdks.nango().within({ groupRef: "group-123" }));
    const results = [
      await functions.generate(theirs, { ...request, ...more }),
      await functions.generate(theirs, { ...request, extra: more }),
      await functions.update(theirs, { ...own, extra: { providerWorkspaceRef: "x", ...more } }),
      await functions.update(theirs, { ...own, ...more }),
      await functions.get(theirs, { ...own, extra: more }),
      await functions.list(theirs, { ...project, ...more }),
      await functions.generate(nangos, { provider: "apollo", credentials: apiKey, extra: more }),
    ];
    for (const result of results) {
      expect(errorOf(result)).toMatchObject({ name: "SDKValidationError" });
      expect(errorOf(result).message).toContain("in a client for one customer");
    }
    expect(served.emulator.log).toEqual([]);
  });

  test("is in no mask that could clear it", async () => {
    const theirs = loose(sdks.ampersand().within({ groupRef: "group-123" }));
    const extra = { providerWorkspaceRef: "x", updateMask: ["group", "providerWorkspaceRef"] };
    const request = { ...project, connectionId: "conn-0001", extra };
    expect(await functions.update(theirs, request)).toMatchObject({ ok: false });
    expect(served.emulator.log).toEqual([]);
    // Without one, the SDK names what is passed.
    const { updateMask: _, ...rest } = extra;
    expect(await functions.update(theirs, { ...request, extra: rest })).toMatchObject({ ok: true });
  });

  test("is in no end user of Nango, however it is spelled", async () => {
    const theirs = loose(sdks.nango().within({ groupRef: "group-123" }));
    for (const name of ["endUser", "end_user", "organization", "End_User"]) {
      const extra = { [name]: { id: "group-9" } };
      const request = { provider: "apollo", credentials: apiKey, extra };
      expect(await functions.generate(theirs, request)).toMatchObject({ ok: false });
    }
    expect(served.emulator.log).toEqual([]);
  });

  test("what a platform's own members hold is still sent", async () => {
    const theirs = sdks.ampersand().within({ groupRef: "group-123" });
    const providerMetadata = { groupRef: { value: "group-456", source: "input" } };
    const made = await theirs.connections.generate({
      ...project,
      consumerRef: "c",
      provider: "apollo",
      credentials: { type: "apiKey", apiKey: "k" },
      extra: { groupName: "Acme", providerWorkspaceRef: "eu", providerMetadata },
    });
    expect(made.group).toMatchObject({ ref: "group-123" });
    expect(made.metadata).toEqual(providerMetadata);
  });

  test("is proven, whatever is done to the lists of coordinates", async () => {
    const theirs = sdks.ampersand().within({ groupRef: "group-123" });
    const { coordinates, verbs } = theirs._platform as unknown as Record<string, object>;
    for (const list of Object.values(Object(coordinates) as Record<string, string[]>)) {
      expect(() => list.push("groupRef")).toThrow(TypeError);
    }
    expect(Object.isFrozen(theirs._platform)).toBe(true);
    expect(Object.isFrozen(coordinates) && Object.isFrozen(verbs)).toBe(true);
    const res = await connectionsGet(theirs, { ...project, connectionId: stranger });
    expect(res).toMatchObject({ error: { statusCode: 404 } });
  });

  test("is in no member that is declared harmless later", async () => {
    const platform = ampersand({ apiKeyHeader: "key", serverURL: served.serverURL("ampersand") });
    const theirs = new SDK({ platform }).within({ groupRef: "group-123" });
    const inner = (theirs._platform as unknown as { extra: string[] }).extra;
    expect(() => inner.push("group")).toThrow(TypeError);
    (platform as unknown as { extra: string[] }).extra.push("group");
    const extra = { providerWorkspaceRef: "x", group: { groupRef: "group-456" } };
    const request = { ...project, connectionId: "conn-0001", extra };
    expect(await functions.update(theirs as unknown as Loose, request)).toMatchObject({
      error: { name: "SDKValidationError" },
    });
    expect(served.emulator.log).toEqual([]);
  });

  test("is checked in what is sent, if the request changes while it is read", async () => {
    const theirs = loose(sdks.ampersand().within({ groupRef: "group-123" }));
    let reads = 0;
    const shifting = {
      ...project,
      get extra() {
        return reads++ === 0 ? {} : { connectionId: stranger };
      },
    };
    const callable = Object.assign(() => {}, { ...project, extra: { connectionId: stranger } });
    for (const request of [shifting, callable]) {
      expect(await functions.get(theirs, request)).toMatchObject({ ok: false });
    }
    expect(served.emulator.log).toEqual([]);
  });

  test("is copied from a list that lies", async () => {
    const theirs = loose(sdks.nango().within({ groupRef: "group-123" }));
    let maps = 0;
    const lying = Object.assign(["globex"], {
      map: (): unknown => (maps++ === 0 ? lying : []),
    });
    const res = await functions["metadata.set"](theirs, {
      provider: "hubspot",
      connectionId: lying,
      metadata: { a: 1 },
    });
    expect(res).toMatchObject({ error: { statusCode: 404 } });
    expect(served.emulator.log.every(({ method }) => method === "GET")).toBe(true);
  });
});

describe("a proof shows nothing of a stranger's connection", () => {
  const stranger = { ...project, connectionId: "conn-0004" };
  /** Makes the response one that does not fit. */
  const httpClient = new HTTPClient({
    fetcher: async (request) => {
      const response = await fetch(request);
      const body = (await response.text()).replaceAll(/"createTime":"[^"]*"/g, '"createTime":5');
      return new Response(body, response);
    },
  });

  test("$inspect has no response", async () => {
    const theirs = sdks.ampersand().within({ groupRef: "group-123" });
    const [res, { request, response }] = await connectionsGet(theirs, stranger).$inspect();
    expect(res).toMatchObject({ error: { statusCode: 404 } });
    expect([request, response]).toEqual([undefined, undefined]);
  });

  test.for([
    { responseValidation: "strict" as const },
    { maxResponseBytes: 20 },
    { accept: "text/plain" },
  ])("no error has its body, with %j", async (options) => {
    const theirs = sdks.ampersand({ httpClient }).within({ groupRef: "group-123" });
    const error = errorOf(await connectionsGet(theirs, stranger, options));
    expect(error).toMatchObject({ statusCode: 404, kind: "notFound" });
  });

  test("the client's own strict mode fails without its body", async () => {
    const sdk = sdks.ampersand({ httpClient, responseValidation: "strict" });
    const error = errorOf(await connectionsGet(sdk.within({ groupRef: "group-123" }), stranger));
    expect(error).toMatchObject({ name: "UnexpectedClientError" });
    expect(error.cause).toBeUndefined();
  });

  test("onResponseIssues is not called for it", async () => {
    const issues: unknown[] = [];
    const theirs = sdks.ampersand({ httpClient }).within({ groupRef: "group-123" });
    await connectionsGet(theirs, stranger, {
      onResponseIssues: (each) => void issues.push(each),
    });
    expect(issues).toEqual([]);
  });
});

test("its client and its customer are out of reach", async () => {
  for (const theirs of [
    sdks.ampersand().within({ groupRef: "group-123" }),
    sdks.ampersand().within({ groupRef: "group-123" }).within({ groupRef: "group-123" }),
  ]) {
    expect(theirs._client).toBeUndefined();
    expect(Object.isFrozen(theirs._platform?.tenant)).toBe(true);
    expect((await theirs.connections.list(project)).connections.length).toBeGreaterThan(0);
    const own = { ...project, connectionId: "conn-0001" };
    expect(await connectionsGet(theirs, own)).toMatchObject({ ok: true });
    const none = errorOf(await connectionsGet(theirs, { ...own, connectionId: "none" }));
    const stranger = errorOf(await connectionsGet(theirs, { ...own, connectionId: "conn-0004" }));
    expect(none.name).toBe(stranger.name);
    expect(none.message).toBe(stranger.message);
  }
});

test("headers that can be read once are sent with the proof and the call", async () => {
  const seen: (string | null)[] = [];
  const httpClient = new HTTPClient({
    fetcher: (request) => {
      seen.push((request as Request).headers.get("x-trace"));
      return fetch(request);
    },
  });
  const theirs = sdks.ampersand({ httpClient }).within({ groupRef: "group-123" });
  const headers = new Map([["x-trace", "1"]]).entries();
  await connectionsGet(theirs, { ...project, connectionId: "conn-0001" }, { headers });
  expect(seen).toEqual(["1", "1"]);
});

test.for([
  [404, { error: { code: "not_found" } }],
  [200, {}],
  [200, { connections: null }],
] as const)("Nango's list with %j proves nothing: no POST is sent", async ([status, body]) => {
  const methodsSent: string[] = [];
  const httpClient = new HTTPClient({
    fetcher: (request) => {
      methodsSent.push((request as Request).method);
      return Promise.resolve(Response.json(body, { status }));
    },
  });
  const theirs = sdks.nango({ httpClient }).within({ groupRef: "group-123" });
  const request = { provider: "apollo", connectionId: "globex", credentials: apiKey };
  expect(await functions.generate(loose(theirs), request)).toMatchObject({ ok: false });
  expect(methodsSent).toEqual(["GET"]);
});

/** Gives the first connection of each platform to somebody else. */
function giveAway(): void {
  const [onAmpersand] = served.emulator.ampersand.connections;
  if (onAmpersand) onAmpersand.group = { ...onAmpersand.group, groupRef: "group-456" };
  const [onNango] = served.emulator.nango.connections;
  if (onNango) onNango.tags = { ...onNango.tags, organization_id: "globex" };
}

/** A transport that gives them away after so many requests. */
function givenAway(after: number): HTTPClient {
  let sent = 0;
  return new HTTPClient({
    fetcher: async (request) => {
      if ((sent += 1) === after + 1) giveAway();
      return fetch(request);
    },
  });
}

describe("a connection that becomes a stranger's between the proof and the call", () => {
  const onAmpersand = { ...project, connectionId: "conn-0001" };
  const onNango = { provider: "hubspot", connectionId: "hubspot-acme" };

  test.for<["ampersand" | "nango", VerbName, object]>([
    ["ampersand", "get", onAmpersand],
    ["ampersand", "check", onAmpersand],
    ["ampersand", "update", { ...onAmpersand, extra: { providerWorkspaceRef: "x" } }],
    ["nango", "get", onNango],
    ["nango", "check", onNango],
    [
      "nango",
      "updateAuthorization",
      { ...onNango, credentials: { type: "oauth2", accessToken: "a" } },
    ],
  ])("%s: %s returns nothing of it", async ([name, verb, request]) => {
    const httpClient = givenAway(1);
    const theirs = loose(sdks[name]({ httpClient }).within({ groupRef: "group-123" }));
    const promise = functions[verb](theirs, request) as ReturnType<typeof connectionsGet>;
    const [result, { request: sent, response }] = await promise.$inspect();
    expect(errorOf(result)).toMatchObject({ name: "APIError", statusCode: 404, kind: "notFound" });
    expect([sent, response]).toEqual([undefined, undefined]);
  });
});

describe("if the platform ignores filters", () => {
  const httpClient = new HTTPClient({
    fetcher: (request) => {
      const url = new URL((request as Request).url);
      for (const key of Array.from(url.searchParams.keys()))
        if (/group|consumer|tags/i.test(key)) url.searchParams.delete(key);
      return fetch(new Request(url, request as Request));
    },
  });

  test.for([
    ["ampersand", { ...project, provider: "salesforce", consumerRef: "consumer-456" }, "conn-0001"],
    ["nango", { provider: "hubspot" }, "hubspot-acme"],
  ] as const)("the session of a sign-in on %s names nobody else's connection", async (place) => {
    const [name, request, own] = place;
    const [, , , stranger] = served.emulator.ampersand.connections;
    if (stranger) stranger.provider = "salesforce";
    const globex = served.emulator.nango.connections.find(
      (one) => one.connection_id === "globex" && one.provider === "hubspot",
    );
    if (globex) globex.tags = { organization_id: "globex" };
    const sdk = sdks[name]({ httpClient });
    for (const client of [sdk, sdk.within({ groupRef: "group-123" })]) {
      const signIn = await client.connections.generate({ ...request, groupRef: "group-123" });
      expect(Object.keys((signIn as SignIn).session?.before ?? {})).toEqual([own]);
    }
  });

  test("a sign-in of somebody else is not taken for this customer's", async () => {
    const sdk = sdks.nango({ httpClient });
    const request = { provider: "apollo", groupRef: "group-123" };
    const mine = (await sdk.connections.generate(request)) as SignIn;
    const other = (await sdk.connections.generate({ ...request, groupRef: "globex" })) as SignIn;
    served.emulator.signIn(other.authorizationUrl);
    const early = connectionsWaitFor(sdk, mine, { timeoutMs: 50, intervalMs: 10 });
    expect(errorOf(await early).name).toBe("RequestTimeoutError");
    served.emulator.signIn(mine.authorizationUrl);
    const connection = await sdk.connections.waitFor(mine, { intervalMs: 10 });
    expect(connection.group).toMatchObject({ ref: "group-123" });
  });
});

test("a list of one customer needs no request", async () => {
  const theirs = sdks.nango().within({ groupRef: "group-123" });
  for (const request of [undefined, null, {}, { extra: undefined }])
    for (const { group } of (await theirs.connections.list(request as never)).connections)
      expect(group?.ref).toBe("group-123");
});

test.for([undefined, null, "group-123"])("the customer %j is refused by name", (tenant) => {
  expect(() => sdks.ampersand().within(tenant as never)).toThrow(InvalidRequestError);
});
