/**
 * The unified API on Codat: companies, links for authorization, and supported verbs.
 */
import { SDK, SDKValidationError } from "connections-sdk";
import { type Codat, codat } from "connections-sdk/codat";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, expectTypeOf, test } from "vitest";
import { errorOf } from "../../contract/calls.js";

let served: ServedEmulator;
let sdk: SDK<Codat>;
beforeAll(async () => {
  served = await serve();
  const authHeader = `Basic ${btoa("key")}`;
  sdk = new SDK({ platform: codat({ authHeader, serverURL: served.serverURL("codat") }) });
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const company = { groupRef: "8a210b68-6988-11ed-a1eb-0242ac120002" };
const linked = { ...company, connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171" };
const pending = { ...company, connectionId: "3e9d2c44-f675-40ba-8049-353bfcb5e172" };

test("a connection from its creation to its deletion", async () => {
  const made = await sdk.connections.generate({ ...company, provider: "gbol" });
  expect(made).toMatchObject({ status: "pending", group: { ref: company.groupRef } });
  expect(made.authorizationUrl).toBe(made.raw.linkUrl);
  const one = { ...company, connectionId: made.id };
  const credentials = { type: "custom", values: { pin: "1234" } } as const;
  const authorized = await sdk.connections.updateAuthorization({ ...one, credentials });
  expect(authorized).toMatchObject({ status: "active" });
  expect(authorized).not.toHaveProperty("authorizationUrl");
  const unlinked = await sdk.connections.unlink(one);
  expect(unlinked).toMatchObject({ status: "unlinked", authorizationUrl: made.raw.linkUrl });
  expect(await sdk.connections.delete(one)).toBeUndefined();
  expect((await sdk.connections.list(company)).connections).toHaveLength(4);
});

test.for([
  ["2022-10-27T10:22:43.6464237Z", "2022-10-27T10:22:43.646Z"],
  ["2021-11-15T01:00:00-05:00", "2021-11-15T06:00:00.000Z"],
  ["2021-01-01T00:00:00", "2021-01-01T00:00:00.000Z"],
  ["2021-01-01", "2021-01-01T00:00:00.000Z"],
  ["2021-01-01 10:00:00.5", "2021-01-01T10:00:00.500Z"],
  ["yesterday", undefined],
  ["May 1", undefined],
  ["2021", undefined],
  ["2021-02-30T00:00:00", undefined],
])("created %s is %s on every machine", async ([created, expected]) => {
  const { raw } = await sdk.connections.get(linked);
  served.emulator.fail({ body: { ...raw, created } });
  const connection = await sdk.connections.get(linked);
  expect(connection.createTime?.toISOString()).toBe(expected);
  expect(connection.raw.created).toBe(created);
});

test("the authorizationUrl is present until the connection is authorized", async () => {
  expect(await sdk.connections.get(linked)).not.toHaveProperty("authorizationUrl");
  expect((await sdk.connections.get(pending)).authorizationUrl).toMatch(/otp=/);
});

test("the provider is the integration's key, or its name without one", async () => {
  const { raw } = await sdk.connections.get(linked);
  served.emulator.fail({ body: { ...raw, integrationKey: undefined } });
  expect((await sdk.connections.get(linked)).provider).toBe("Ledger Sandbox");
});

test("an invalid member of extra is reported there, and extra cannot override the company", async () => {
  const bad = "2" as never;
  const error = errorOf(await connectionsList(sdk, { ...company, extra: { page: bad } }));
  expect((error as SDKValidationError).issues[0]?.path).toEqual(["extra", "page"]);
  expect(served.emulator.log).toEqual([]);
  const extra = { companyId: "other", orderBy: "-created" } as object;
  const { connections } = await sdk.connections.list({ ...company, extra });
  expect(connections.map(({ raw }) => raw.created.slice(0, 4))).toEqual([
    "2023",
    "2023",
    "2022",
    "2022",
  ]);
});

test("credentials for a new connection are refused with the reason", async () => {
  const credentials = { type: "apiKey", apiKey: "k" } as never;
  await expect(
    sdk.connections.generate({ ...company, provider: "gbol", credentials }),
  ).rejects.toThrow(
    "Request validation failed: credentials: expected no credentials: the customer enters them at the authorizationUrl",
  );
});

test("verbs that Codat does not support do not compile, and the others have typed errors", async () => {
  // @ts-expect-error -- Codat does not support it
  await expect(sdk.connections.update({ ...linked })).rejects.toThrow(
    'codat does not support "update"',
  );
  // @ts-expect-error -- Codat has no metadata
  await expect(sdk.connections.metadata.set({ ...linked })).rejects.toThrow("metadata.set");
  // @ts-expect-error -- the company is missing
  expect((await connectionsGet(sdk, { connectionId: "c" })).ok).toBe(false);
  const credentials = { type: "apiKey", apiKey: "k" } as const;
  // @ts-expect-error -- credentials of another kind
  const refused = sdk.connections.updateAuthorization({ ...linked, credentials });
  await expect(refused).rejects.toBeInstanceOf(SDKValidationError);
  const res = await connectionsUnlink(sdk, pending);
  if (res.ok) expect.unreachable();
  expect(res.error.name).toBe("ErrorMessage");
  if (res.error.name === "ErrorMessage") {
    expectTypeOf(res.error.correlationId).toEqualTypeOf<string | undefined>();
    expect(res.error.message).toBe("400 Bad Request: Only a linked connection can be unlinked.");
  }
});
