/** A connection as JSON: what a browser, a queue or a cache gets, and what it makes of it. */
import { ConnectionData, SDK } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { mammoth } from "connections-sdk/mammoth";
import { nango } from "connections-sdk/nango";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
const groupRef = "8a210b68-6988-11ed-a1eb-0242ac120002";
const lists = {
  ampersand: () =>
    new SDK({ apiKeyHeader: "key", serverURL: served.serverURL("ampersand") }).connections.list({
      projectIdOrName: "my-project",
    }),
  nango: () =>
    new SDK({
      platform: nango({ apiKey, serverURL: served.serverURL("nango") }),
    }).connections.list({}),
  codat: () =>
    new SDK({
      platform: codat({
        authHeader: `Basic ${btoa("key")}`,
        serverURL: served.serverURL("codat"),
      }),
    }).connections.list({ groupRef }),
  mammoth: () =>
    new SDK({
      platform: mammoth({ apiKey: "k", apiSecret: "s", serverURL: served.serverURL("mammoth") }),
    }).connections.list({ projectIdOrName: "4/12", provider: "postgres" }),
};

test.for(Object.keys(lists) as (keyof typeof lists)[])(
  "a connection on %s survives JSON, with its times as Dates and without raw",
  async (name) => {
    const { connections } = await lists[name]();
    expect(connections.length).toBeGreaterThan(0);
    for (const connection of connections) {
      const received: unknown = JSON.parse(JSON.stringify(connection));
      const result = await ConnectionData["~standard"].validate(received);
      if (result.issues) throw new Error(JSON.stringify(result.issues));
      expectTypeOf(result.value).toEqualTypeOf<ConnectionData>();
      expect(result.value).toEqual({ ...connection });
      expect("raw" in result.value).toBe(false);
    }
  },
);

test("it is a schema inside of zod's, and names what is wrong", () => {
  const Message = z.object({ connection: ConnectionData });
  const connection = { type: "connection", id: "c", platform: "p", provider: "s", status: "new" };
  const createTime = "2026-03-02T09:15:27.104Z";
  expect(Message.parse({ connection: { ...connection, createTime } }).connection).toEqual({
    ...connection,
    createTime: new Date(createTime),
  });
  const { error } = Message.safeParse({
    connection: { ...connection, coordinates: { version: 2 } },
  });
  expect(error?.issues.map(({ path }) => path.join("."))).toContain(
    "connection.coordinates.version",
  );
});
