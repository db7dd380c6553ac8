/** A customer's tokens are in `raw`, which is read on purpose only: nothing prints or sends it. */
import { format, inspect } from "node:util";
import { afterAll, afterEach, beforeAll, expect, expectTypeOf, test } from "vitest";
import { type Connection, SDK } from "../../src/connections/index.js";
import { codat } from "../../src/connections/platforms/codat/index.js";
import { mammoth } from "../../src/connections/platforms/mammoth/index.js";
import { nango } from "../../src/connections/platforms/nango/index.js";
import { type ServedEmulator, serve } from "../../src/testing/index.js";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve();
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const TOKEN = "canary-of-a-customer";

const groupRef = "company-of-the-tests";
type Read = () => Promise<readonly Connection[]>;
const platforms: Readonly<Record<string, (serverURL: string) => readonly Read[]>> = {
  ampersand(serverURL) {
    const { connections } = new SDK({ apiKeyHeader: "key", serverURL });
    const request = { projectIdOrName: "p", connectionId: "c" };
    return [
      async () => [await connections.get(request)],
      // Whatever the platform calls the member.
      async () => [await connections.update({ ...request, apiKey: "k" } as never)],
    ];
  },
  nango(serverURL) {
    const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
    const { connections } = new SDK({ platform: nango({ apiKey, serverURL }) });
    return [async () => [await connections.get({ provider: "p", connectionId: "c" })]];
  },
  codat(serverURL) {
    const { connections } = new SDK({ platform: codat({ authHeader: "Basic a2V5", serverURL }) });
    const request = { groupRef, connectionId: "c" };
    return [
      async () => [await connections.get(request)],
      async () => [await connections.generate({ groupRef, provider: "p" })],
      async () => [await connections.unlink(request)],
      async () => {
        const credentials = { type: "custom", values: {} } as const;
        return [await connections.updateAuthorization({ ...request, credentials })];
      },
    ];
  },
  mammoth(serverURL) {
    const keys = { apiKey: "key", apiSecret: "secret", serverURL };
    const { connections } = new SDK({ platform: mammoth(keys) });
    const request = { projectIdOrName: "4/12", provider: "p", connectionId: "c" };
    return [async () => [await connections.get(request)]];
  },
};

test.for(Object.entries(platforms))("of a connection on %s", async ([name, reads]) => {
  const serverURL = served.serverURL(name as "ampersand");
  served.emulator.fail({
    body: { id: "c", token: TOKEN, access_token: TOKEN },
    status: 200,
    times: "always",
  });
  for (const read of reads(serverURL)) for (const connection of await read()) check(connection);
});

test.for([
  ["ampersand", []],
  ["nango", { connections: [] }],
  ["codat", { results: [] }],
] as const)("of the connections of a list on %s", async ([name]) => {
  const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
  const serverURL = served.serverURL(name);
  const item = { id: "c", token: TOKEN };
  const body = { ampersand: [item], nango: { connections: [item] }, codat: { results: [item] } }[
    name
  ];
  served.emulator.fail({ body, status: 200, times: "always" });
  const { connections } = {
    ampersand: new SDK({ apiKeyHeader: "key", serverURL }),
    nango: new SDK({ platform: nango({ apiKey, serverURL }) }),
    codat: new SDK({ platform: codat({ authHeader: "Basic a2V5", serverURL }) }),
  }[name];
  const request = name === "ampersand" ? { projectIdOrName: "p" } : { groupRef };
  const page = await connections.list(request as never);
  expect(page.connections).toHaveLength(1);
  for (const connection of page.connections) check(connection as Connection);
  expect(JSON.stringify(page)).not.toContain(TOKEN);
  for await (const connection of connections.list(request as never).items()) {
    check(connection as Connection);
    break;
  }
});

/** `raw` can be read, and nothing that is done with the connection as a whole shows it. */
function check(connection: Connection): void {
  expect(JSON.stringify(connection.raw)).toContain(TOKEN);
  expect(connection).toHaveProperty("raw");
  expect(Object.keys(connection)).not.toContain("raw");
  const copies = [{ ...connection }, Object.assign({}, connection), structuredClone(connection)];
  for (const copy of copies) expect(copy).not.toHaveProperty("raw");
  const texts = [
    JSON.stringify(connection),
    inspect(connection, { depth: 9 }),
    format("%O", connection),
    ...copies.map((copy) => JSON.stringify(copy)),
  ];
  for (const text of texts) expect(text).not.toContain(TOKEN);
}

test("a copy has no raw, in its type either", () => {
  type Copy = ReturnType<typeof copyOf>;
  expectTypeOf<Copy>().not.toHaveProperty("raw");
  expectTypeOf<Copy>().toHaveProperty("provider");
});

// oxlint-disable-next-line typescript/explicit-function-return-type -- the inferred type is tested
function copyOf(connection: Connection<{ token: string }>) {
  return { ...connection };
}
