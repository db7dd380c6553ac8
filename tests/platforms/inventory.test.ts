/** What `scopes` of the unified API reads: projects, companies, connectors and integrations. */
import { SDKNodePlatform } from "connections-sdk/ampersand";
import { CodatPlatform } from "connections-sdk/codat";
import { MammothAnalytics } from "connections-sdk/mammoth";
import { Nango } from "connections-sdk/nango";
import { type ServedEmulator, nangoSeed, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

const API_KEY = "b1a4d0c2-6f3e-4a57-9c81-2d0e5f7a9b34";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve();
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

test("every company of many pages is read once, in order", async () => {
  const ids = Array.from(
    { length: 205 },
    (_, index) => `c0de0000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  );
  served.emulator.codat.companies = ids;
  served.emulator.codat.connections = [];
  const sdk = new CodatPlatform({ authHeader: "Basic a2V5", serverURL: served.serverURL("codat") });
  const found: string[] = [];
  for await (const company of sdk.companies.list({ pageSize: 100 }).items()) found.push(company.id);
  expect(found).toEqual(ids);
  expect(served.emulator.log.map(({ path }) => path)).toEqual([
    "/companies?pageSize=100",
    "/companies?pageSize=100&page=2",
    "/companies?pageSize=100&page=3",
  ]);
});

test("a company has its connections and nobody else's", async () => {
  const sdk = new CodatPlatform({ authHeader: "Basic a2V5", serverURL: served.serverURL("codat") });
  const { results = [], totalResults } = await sdk.companies.list();
  expect(totalResults).toBe(served.emulator.codat.companies.length);
  for (const { id, dataConnections = [] } of results) {
    const { results: own = [] } = await sdk.connections.list({ companyId: id });
    expect(dataConnections).toEqual(own);
  }
});

test("the connectors of Mammoth are those that connections can be made of", async () => {
  const serverURL = served.serverURL("mammoth");
  const sdk = new MammothAnalytics({ apiKey: "key", apiSecret: "secret", serverURL });
  const { connectors } = await sdk.connectors.list({ workspaceId: 4 });
  expect(connectors.map(({ nameKey }) => nameKey)).toEqual(
    Object.keys(served.emulator.mammoth.connectors),
  );
  const added = await sdk.connectors.list({ workspaceId: 4, isAdded: true });
  expect(added.connectors.map(({ nameKey }) => nameKey)).toEqual(["postgres", "bigquery"]);
  await expect(sdk.connectors.list({ workspaceId: 9 })).rejects.toThrow("no workspace 9");
});

test("the integrations of Nango are those of the environment, by their providers", async () => {
  const sdk = new Nango({ apiKey: API_KEY, serverURL: served.serverURL("nango") });
  const { data } = await sdk.integrations.list();
  expect(data.map(({ uniqueKey }) => uniqueKey)).toHaveLength(nangoSeed.integrations.length);
  const providers = data.map(({ provider }) => provider);
  expect(providers.every((name, index) => index === 0 || name > providers[index - 1]!)).toBe(true);
  expect(data[0]?.createdAt).toBeInstanceOf(Date);
});

test("Nango refuses a query of integrations in the server's words", async () => {
  const headers = { authorization: `Bearer ${API_KEY}` };
  const response = await fetch(`${served.serverURL("nango")}/integrations?foo=1`, { headers });
  expect([response.status, await response.json()]).toEqual([
    400,
    {
      error: {
        code: "invalid_query_params",
        errors: [{ code: "unrecognized_keys", message: 'Unrecognized key: "foo"', path: [] }],
      },
    },
  ]);
});

test("the projects of Ampersand are those that the key has access to", async () => {
  const serverURL = served.serverURL("ampersand");
  const sdk = new SDKNodePlatform({ apiKeyHeader: "key", serverURL });
  const projects = await sdk.projects.list();
  expect(projects.map(({ id, name }) => [id, name])).toEqual([
    ["project-0001", "my-project"],
    ["project-0002", "other-project"],
  ]);
});
