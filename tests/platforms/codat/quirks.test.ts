/** Known quirks of the vendor's document and servers, which the vendor's own SDKs get wrong. */
import { inspect } from "node:util";
import { SDK } from "connections-sdk";
import { CodatPlatform, codat } from "connections-sdk/codat";
import { connectionsCreate } from "connections-sdk/codat/funcs/connectionsCreate.js";
import { connectionsDelete } from "connections-sdk/codat/funcs/connectionsDelete.js";
import { connectionsGet } from "connections-sdk/codat/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/codat/funcs/connectionsList.js";
import { connectionsUnlink } from "connections-sdk/codat/funcs/connectionsUnlink.js";
import { connectionsUpdateAuthorization } from "connections-sdk/codat/funcs/connectionsUpdateAuthorization.js";
import { ErrorMessage } from "connections-sdk/codat/models/errors";
import type { Fault } from "connections-sdk/testing";
import { expect, test, vi } from "vitest";
import { AUTH_HEADER, company, emulated, one, pageOf, pending, wire } from "./emulated.js";

const on = emulated();
const failure = { retries: { strategy: "none" } } as const;

const drifted: [string, object, object][] = [
  ["a lastSync of null", { lastSync: null }, { lastSync: null }],
  ["errors of null", { dataConnectionErrors: null }, { dataConnectionErrors: null }],
  ["an active error", { dataConnectionErrors: [{ resolvedOnUtc: null, status: null }] }, {}],
  ["an unknown status of an error", { dataConnectionErrors: [{ status: "Snoozed" }] }, {}],
  ["connectionInfo of null", { connectionInfo: null }, { connectionInfo: null }],
  [
    "connectionInfo of anything",
    { connectionInfo: { a: [1, { b: null }] } },
    { connectionInfo: { a: [1, {}] } },
  ],
  ["no integrationKey", { integrationKey: undefined }, {}],
  ["a status nobody knew", { status: "Paused" }, { status: "Paused" }],
  ["a source type nobody knew", { sourceType: "Payroll" }, { sourceType: "Payroll" }],
  ["an unknown member", { additionalInfo: { a: 1 } }, { additionalInfo: { a: 1 } }],
  ["a time without a zone", { created: "2021-01-01T00:00:00" }, { created: "2021-01-01T00:00:00" }],
  ["a date alone", { created: "2021-01-01" }, { created: "2021-01-01" }],
  [
    "seven digits",
    { lastSync: "2022-10-27T10:22:43.6464237Z" },
    { lastSync: "2022-10-27T10:22:43.6464237Z" },
  ],
];
test.for(drifted)("%s breaks neither get nor list", async ([, change, expected]) => {
  on.emulator.fail({ body: { ...wire, ...change } });
  expect(await connectionsGet(on.sdk(), one)).toMatchObject({ ok: true, value: expected });
  on.emulator.fail({ body: pageOf(wire, { ...wire, ...change }) });
  expect(await connectionsList(on.sdk(), company)).toMatchObject({
    ok: true,
    value: { results: [{}, expected] },
  });
});

test("a page without results has no connections", async () => {
  const { results: _, ...page } = pageOf() as { results: unknown };
  on.emulator.fail({ body: page });
  const items: unknown[] = [];
  for await (const item of on.sdk().connections.list(company).items()) items.push(item);
  expect(items).toEqual([]);
});

test.for<Fault>([
  { status: 204, body: "" },
  { status: 200, body: {} },
  { status: 202, body: "" },
])("delete with the response %o returns nothing", async (fault) => {
  on.emulator.fail(fault);
  expect(await connectionsDelete(on.sdk(), one)).toEqual({ ok: true, value: undefined });
});

test.for(["..", ".", ""])(
  "a connection id of %j never becomes another URL",
  async (connectionId) => {
    const res = await connectionsDelete(on.sdk(), { ...company, connectionId });
    expect(res).toMatchObject({ ok: false, error: { name: "SDKValidationError" } });
    expect(on.emulator.log).toEqual([]);
  },
);

test.for([
  [402, 429],
  [503, 500],
  [404, 404],
] as const)("of a %i whose body says %i, the status counts", async ([status, stated]) => {
  on.emulator.fail({ status });
  const res = await connectionsGet(on.sdk(), one, failure);
  if (res.ok || !(res.error instanceof ErrorMessage)) expect.unreachable();
  const { error } = res;
  expect(error.statusCode).toBe(status);
  expect(error.data$.statusCode).toBe(stated);
  expect(error.requestId).toBe(error.correlationId);
  expect(error).toMatchObject({ error: "The emulator was told to fail.", service: "PublicApi" });
});

test("an error whose members are null is still that error", async () => {
  const body = {
    statusCode: null,
    service: null,
    error: "gone",
    correlationId: null,
    validation: null,
  };
  on.emulator.fail({ status: 404, body });
  const res = await connectionsGet(on.sdk(), one);
  expect(res).toMatchObject({
    ok: false,
    error: { name: "ErrorMessage", statusCode: 404, error: "gone", message: "404 Not Found: gone" },
  });
});

test("the error has the validation issues", async () => {
  const res = await connectionsList(on.sdk(), { ...company, page: 0, pageSize: 9999 });
  if (res.ok || !(res.error instanceof ErrorMessage)) expect.unreachable();
  expect(res.error.validation?.errors?.map((item) => item.itemId)).toEqual(["page", "pageSize"]);
});

test.for([503, 500])("create with a %i response is not retried", async (status) => {
  on.emulator.fail({ status, times: "always" });
  const requestBody = { platformKey: "gbol" };
  expect(await connectionsCreate(on.sdk(), { ...company, requestBody })).toMatchObject({
    ok: false,
  });
  expect(on.emulator.log).toHaveLength(1);
});

test("an exhausted quota is an error at once, with the date when it resets", async () => {
  on.emulator.fail({ status: 429, retryAfter: 36_000, times: "always" });
  const started = performance.now();
  const res = await connectionsGet(on.sdk(), one);
  expect(performance.now() - started).toBeLessThan(10_000);
  if (res.ok || !(res.error instanceof ErrorMessage)) expect.unreachable();
  expect(res.error.headers.get("retry-after")).toBe("36000");
  expect(res.error.headers.get("x-rate-limit-reset")).toMatch(/T00:00:00/);
  expect(on.emulator.log).toHaveLength(1);
});

test.for(["key", `Bearer ${btoa("key")}`, "Basic k-e-y", "Basic invalid"])(
  "the header %j is refused",
  async (authHeader) => {
    const res = await connectionsGet(on.sdk({ security: { authHeader } }), one);
    expect(res).toMatchObject({ ok: false, error: { name: "ErrorMessage", statusCode: 401 } });
  },
);

test("the header can be set under `security` and beside it", async () => {
  const serverURL = on.emulator.serverURL("codat");
  const sdk = new CodatPlatform({ authHeader: AUTH_HEADER, serverURL });
  expect(await sdk.connections.get(one)).toMatchObject({ id: one.connectionId });
  const codats = [
    codat({ authHeader: AUTH_HEADER }),
    codat({ security: { authHeader: AUTH_HEADER } }),
  ];
  for (const platform of codats) {
    const root = new SDK({ platform, serverURL });
    expect((await root.connections.list({ groupRef: one.companyId })).connections).toHaveLength(4);
  }
});

test("the header can be a function, and can come from the environment", async () => {
  const authHeader = vi.fn(async () => AUTH_HEADER);
  expect((await connectionsGet(on.sdk({ security: { authHeader } }), one)).ok).toBe(true);
  expect(authHeader).toHaveBeenCalledOnce();
  vi.stubEnv("CODATPLATFORM_AUTH_HEADER", AUTH_HEADER);
  expect((await connectionsGet(on.sdk({ security: {} }), one)).ok).toBe(true);
});

test("no error contains the key, with or without its scheme", async () => {
  const key = btoa("key");
  on.emulator.fail({ status: 400, body: { error: `The key ${key} of ${AUTH_HEADER} is old` } });
  const res = await connectionsGet(on.sdk(), one);
  if (res.ok) expect.unreachable();
  expect(inspect(res.error) + JSON.stringify(res.error)).not.toContain(key);
});

test("only a linked connection is unlinked, and unlinking keeps it", async () => {
  const updateConnectionStatus = { status: "Unlinked" } as const;
  const unlinked = await connectionsUnlink(on.sdk(), { ...one, updateConnectionStatus });
  expect(unlinked).toMatchObject({ ok: true, value: { status: "Unlinked", id: one.connectionId } });
  expect(await on.sdk().connections.get(one)).toMatchObject({ status: "Unlinked" });
  const again = await connectionsUnlink(on.sdk(), { ...pending, updateConnectionStatus });
  expect(again).toMatchObject({ ok: false, error: { name: "ErrorMessage", statusCode: 400 } });
});

test("credentials are sent unchanged, and redacted in the log", async () => {
  const requestBody = { "Neptunium code": "Böoks", platformKey: "x" };
  const res = await connectionsUpdateAuthorization(on.sdk(), { ...pending, requestBody });
  expect(res).toMatchObject({ ok: true, value: { status: "Linked" } });
  const stored = on.emulator.codat.connections.find(({ id }) => id === pending.connectionId);
  expect(stored?.credentials).toEqual(requestBody);
  expect(on.last()?.body).toEqual({ "Neptunium code": "[redacted]", platformKey: "[redacted]" });
});
